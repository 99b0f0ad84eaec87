import { hiddenBecause } from '../gates/hiddenBecause';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { EntityCheck } from './Rule';

/**
 * Whether the tab shows nothing of the entity in full: then a kind that is hidden is no small matter.
 * Clusters that cannot be read do not count: what they hide is not the entity's fault.
 */
export function isNothingVisible({ matched, settings }: EntityCheck): boolean {
  return matched.every(
    workload =>
      hiddenBecause({
        workload,
        settings,
        clusters: [],
        doesTabFail: false,
      }) !== undefined,
  );
}

/** Running pods of some workloads. */
export function podsOf(
  workloads: readonly Pick<MatchedWorkload, 'levels'>[],
): number {
  return workloads.reduce((sum, { levels }) => sum + levels.pods.of, 0);
}
