import {
  EntityReport,
  NearMissReport,
  WorkloadReport,
} from '@portal-operations/plugin-label-contract-common';

/** A workload of the service, seen in the tab or not. */
export type WorkloadRow = (
  | (WorkloadReport & { readonly kind: 'matched' })
  | (NearMissReport & { readonly kind: 'near-miss' })
) & {
  /** When its cluster spoke last, ISO 8601, where that does not answer now. */
  readonly lastSeen?: string;
};

/** All workloads: hidden ones first, then those with a problem, as the report has them. */
export function workloadRows(
  report: Pick<EntityReport, 'workloads' | 'nearMisses' | 'clusters'>,
): WorkloadRow[] {
  const lastWords = new Map(
    report.clusters.flatMap(({ name, state }) =>
      state.kind === 'stale' ? [[name, state.asOf]] : [],
    ),
  );
  const lastSeenOf = ({ ref }: WorkloadReport | NearMissReport) => ({
    lastSeen: lastWords.get(ref.cluster),
  });
  return [
    ...report.nearMisses.map(
      (miss): WorkloadRow => ({
        ...miss,
        ...lastSeenOf(miss),
        kind: 'near-miss',
      }),
    ),
    ...report.workloads.map(
      (workload): WorkloadRow => ({
        ...workload,
        ...lastSeenOf(workload),
        kind: 'matched',
      }),
    ),
  ];
}

/** Those that have every word in their name, kind, namespace or cluster, whatever its case. */
export function searchRows(
  rows: readonly WorkloadRow[],
  search: string,
): WorkloadRow[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ ref }) => {
    const text = [ref.name, ref.kind, ref.namespace, ref.cluster]
      .join(' ')
      .toLocaleLowerCase();
    return words.every(word => text.includes(word));
  });
}

/** Whether the labels are right wherever there are any, so that one column says it all. */
export function areAllLevelsRight(rows: readonly WorkloadRow[]): boolean {
  return rows.every(
    ({ levels: { object, jobTemplate, podTemplate, pods } }) =>
      object.matches &&
      jobTemplate?.matches !== false &&
      podTemplate.matches &&
      pods.matching === pods.of,
  );
}
