import { PodFacts } from '../facts/PodFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { staysAsItIs } from '../match/matchWorkload';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { matchesSelector } from '../selector/matchesSelector';

/**
 * Running pods that the claim does not find, and that no change of their template reaches: nothing
 * replaces them. The tab finds them once they are labelled in place, which it does not with pods of a
 * Deployment: it finds those by their ReplicaSet.
 */
export function podsLeftBehind(workload: MatchedWorkload): PodFacts[] {
  return workload.pods
    .filter(({ labels }) => !matchesSelector(labels, workload.selector))
    .filter(pod => isLeft(workload.facts, pod));
}

/** How many pods a change of the pod template replaces. */
export function podsReplaced({ facts, progress }: MatchedWorkload): number {
  switch (progress.heldBy) {
    case 'paused':
    case 'on-delete':
      return 0;
    case 'partition':
      return Math.max(0, progress.desired - partitionOf(facts));
    default:
      return facts.kind === 'Job' ? 0 : progress.desired;
  }
}

function isLeft(facts: WorkloadFacts, pod: PodFacts): boolean {
  switch (facts.kind) {
    case 'Job':
    case 'ReplicaSet':
    case 'ReplicationController':
      return true;
    default:
      return staysAsItIs(pod, facts);
  }
}

function partitionOf(facts: WorkloadFacts): number {
  return (facts.kind === 'StatefulSet' && facts.partition) || 0;
}
