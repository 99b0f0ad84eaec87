import {
  ClustersReport,
  EntityHistory,
  EntityReport,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';

/**
 * What of an answer makes its `ETag`: all but the moments that pass while nothing changes. Signs of life
 * come with every event of a cluster, whomever it concerns. Moments at which something happened stay.
 */
export function timelessReport(report: EntityReport): object {
  return {
    ...report,
    clusters: report.clusters.map(({ name, state }) => ({
      name,
      state: timelessState(state),
    })),
  };
}

/** The same of how well clusters are read. */
export function timelessClusters({ items }: ClustersReport): object {
  return {
    items: items.map(item => ({
      ...item,
      state: timelessState(item.state),
      watches: Object.entries(item.watches).map(([kind, state]) => [
        kind,
        state && timelessState(state),
      ]),
    })),
  };
}

/** The same of a history: where nobody said since when, it begins a fixed time before now. */
export function timelessHistory(history: EntityHistory): object {
  return { ...history, since: undefined };
}

function timelessState(state: WatchState): object {
  if (!('problem' in state)) {
    return { ...state, asOf: undefined };
  }
  const problem = { ...state.problem, nextTryAt: undefined };
  return { ...state, asOf: undefined, problem };
}
