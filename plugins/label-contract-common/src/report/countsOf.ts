import { EntityReport, NearMissReport, WorkloadReport } from './EntityReport';

/** Workloads that the tab shows, of all that belong to the entity. */
export function visibleOf(
  workloads: readonly Pick<WorkloadReport, 'visibility'>[],
  nearMisses: readonly NearMissReport[],
): EntityReport['visible'] {
  const count = (visibility: WorkloadReport['visibility']) =>
    workloads.filter(each => each.visibility === visibility).length;
  return {
    count: count('visible'),
    partly: count('partly'),
    of: workloads.length + nearMisses.length,
  };
}

/** Pods of workloads that are ready, of those that are wanted. */
export function podsOf(
  workloads: readonly Pick<WorkloadReport, 'pods'>[],
): EntityReport['pods'] {
  return {
    ready: sum(workloads.map(({ pods }) => pods.ready)),
    of: sum(workloads.map(({ pods }) => pods.of)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
