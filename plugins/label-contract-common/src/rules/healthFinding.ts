import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { refOfWorkload } from '../facts/WorkloadRef';
import { MatchedWorkload } from '../match/MatchedWorkload';

/** What all findings about a workload's health share: a ticket for whoever acts. */
export function healthFinding(workload: MatchedWorkload) {
  return {
    subject: refOfWorkload(workload.facts),
    levels: [],
    fixes: [{ kind: 'tell-owner' }],
  } as const;
}

/**
 * Pods whose trouble is the workload's, by name. One that is about to be evicted, preempted or drained
 * is replaced; deleted and ended ones never get here.
 */
export function judgedPods(workload: MatchedWorkload): PodFacts[] {
  return workload.pods.filter(({ isDisrupted }) => !isDisrupted);
}

/** Every container of those pods: first those that run before the others. */
export function judgedContainers(workload: MatchedWorkload): ContainerFacts[] {
  return judgedPods(workload).flatMap(({ initContainers = [], containers }) => [
    ...initContainers,
    ...containers,
  ]);
}
