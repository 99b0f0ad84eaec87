import { ClusterFacts } from '../facts/Facts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { isKindOfWorkload } from '../gates/tabKinds';
import { isMadeByOthers } from '../match/isMadeByOthers';

/**
 * Whether the controller of pods, revisions or Jobs should be known, and is not: it cannot be read, it
 * is gone and they go with it, or one watch is ahead of the other. It is not them who are the workload.
 */
export function isWithoutItsController(
  workload: WorkloadFacts,
  clusters: readonly ClusterFacts[],
): boolean {
  const { cluster, controllerKind } = workload;
  if (
    !isKindOfWorkload(controllerKind) ||
    !(isMadeByOthers(workload) || workload.kind === 'Job')
  ) {
    return false;
  }
  const state = clusters.find(({ name }) => name === cluster)?.watches[
    controllerKind
  ];
  return (
    state !== undefined &&
    !('problem' in state && state.problem.reason === 'not-served')
  );
}
