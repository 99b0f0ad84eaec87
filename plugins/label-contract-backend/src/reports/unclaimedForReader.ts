import {
  compareSortKeys,
  sortKeyOfUnclaimed,
  UnclaimedWorkload,
} from '@portal-operations/plugin-label-contract-common';

/**
 * Unclaimed workloads for somebody who may see some entities only. They stand where they would stand if
 * there were no others, so that not even their place tells of them.
 */
export function unclaimedForReader(
  workloads: readonly UnclaimedWorkload[],
  mayNameEntity: (entityRef: string) => boolean,
): readonly UnclaimedWorkload[] {
  let isAnyHidden = false;
  const shown = workloads.map(workload => {
    const likeliest = workload.likeliest.filter(({ entityRef }) =>
      mayNameEntity(entityRef),
    );
    if (likeliest.length === workload.likeliest.length) {
      return workload;
    }
    isAnyHidden = true;
    return { ...workload, likeliest };
  });
  return isAnyHidden
    ? shown.sort((a, b) =>
        compareSortKeys(sortKeyOfUnclaimed(a), sortKeyOfUnclaimed(b)),
      )
    : shown;
}
