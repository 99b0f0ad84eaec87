import { hiddenBecause } from '../gates/hiddenBecause';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { EntityCheck } from './Rule';

/** Whether the tab shows nothing of the entity in full: then a kind that is hidden is no small matter. */
export function isNothingVisible({
  matched,
  settings,
  facts,
}: EntityCheck): boolean {
  const clusters = [...facts.clusters()];
  return matched.every(
    workload =>
      hiddenBecause({ workload, settings, clusters, doesTabFail: false }) !==
      undefined,
  );
}

/** Running pods of some workloads. */
export function podsOf(
  workloads: readonly Pick<MatchedWorkload, 'levels'>[],
): number {
  return workloads.reduce((sum, { levels }) => sum + levels.pods.of, 0);
}
