import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { WorkloadKind } from '../facts/WorkloadFacts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { judgedPods } from './healthFinding';
import { isCrashing } from './isCrashing';
import { patienceSeconds } from './patienceSeconds';
import { secondsSince } from './secondsSince';

/** A container in its pod. */
export interface PodContainer {
  readonly pod: PodFacts;
  readonly container: ContainerFacts;
}

/** Containers that crash again and again, the one with most restarts first. */
export function crashingContainers(
  workload: MatchedWorkload,
  now: Date,
): PodContainer[] {
  return judgedPods(workload)
    .flatMap(pod => pod.containers.map(container => ({ pod, container })))
    .filter(({ container }) => isCrashing(container, now))
    .sort((a, b) => b.container.restartCount - a.container.restartCount);
}

/** Kinds whose controller never gives up waiting for its pods, so that somebody else has to. */
const WAIT_FOR_EVER: readonly WorkloadKind[] = [
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
];

/**
 * The init containers that others wait for: those that fail, and those that still run when the rollout is
 * past its deadline, or past that of a Deployment where there is none. A Job may take its time.
 */
export function unfinishedInitContainers(
  workload: MatchedWorkload,
  now: Date,
): { readonly failing: PodContainer[]; readonly hanging: PodContainer[] } {
  // Of a pod that came past them the init containers have nothing to say any more.
  const inits = judgedPods(workload)
    .filter(({ containers }) =>
      containers.some(
        ({ waitingReason }) => waitingReason === 'PodInitializing',
      ),
    )
    .flatMap(pod =>
      (pod.initContainers ?? []).map(container => ({ pod, container })),
    );
  return {
    failing: inits.filter(({ container }) => isCrashing(container, now)),
    hanging: inits.filter(
      ({ container: { runningSince } }) =>
        runningSince !== undefined &&
        (workload.progress.failure !== undefined ||
          (WAIT_FOR_EVER.includes(workload.facts.kind) &&
            secondsSince(runningSince, now) >= patienceSeconds(workload))),
    ),
  };
}
