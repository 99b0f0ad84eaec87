import { EntityReport } from '@portal-operations/plugin-label-contract-common';

/** What of a report is seen now, and what was seen when a cluster spoke last. */
export interface SeenNow {
  readonly visible: EntityReport['visible'];
  readonly pods: EntityReport['pods'];
  readonly lastSeen: { readonly workloads: number; readonly pods: number };
}

/** Takes apart what a report counts together: what is known of a cluster that does not answer is old. */
export function seenNow(report: EntityReport): SeenNow {
  const silent = new Set(
    report.clusters
      .filter(({ state }) => state.kind === 'stale')
      .map(({ name }) => name),
  );
  const isOld = ({ ref }: { readonly ref: { readonly cluster: string } }) =>
    silent.has(ref.cluster);
  const workloads = report.workloads.filter(isOld);
  const nearMisses = report.nearMisses.filter(isOld);
  const judged = [
    ...workloads,
    ...nearMisses.filter(({ evidence }) => evidence === 'exact'),
  ];
  const old = {
    visible: workloads.filter(({ visibility }) => visibility === 'visible')
      .length,
    partly: workloads.filter(({ visibility }) => visibility === 'partly')
      .length,
    of: workloads.length + nearMisses.length,
    ready: judged.reduce((sum, { pods }) => sum + pods.ready, 0),
    pods: judged.reduce((sum, { pods }) => sum + pods.of, 0),
  };
  const { visible, pods } = report;
  return {
    visible: {
      count: visible.count - old.visible,
      partly: visible.partly - old.partly,
      of: visible.of - old.of,
    },
    pods: { ready: pods.ready - old.ready, of: pods.of - old.pods },
    lastSeen: { workloads: old.of, pods: old.pods },
  };
}
