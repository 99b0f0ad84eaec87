import { ClusterFacts, WatchState } from '../facts/Facts';
import { ClusterFreshness, IncompleteCluster } from './EntityReport';

const WORST_FIRST: readonly WatchState['kind'][] = [
  'dark',
  'stale',
  'syncing',
  'live',
];

/**
 * The state of a cluster is that of its worst watch; among equals, of the oldest. A kind that the
 * cluster does not serve cannot exist there, so it takes nothing from the answer.
 */
export function clusterFreshness(cluster: ClusterFacts): ClusterFreshness {
  const states = Object.values(cluster.watches).filter(
    state => !('problem' in state) || state.problem.reason !== 'not-served',
  );
  const worst = WORST_FIRST.map(kind =>
    states
      .filter(state => state.kind === kind)
      .sort((a, b) => momentOf(a).localeCompare(momentOf(b), 'en')),
  ).find(group => group.length > 0)?.[0];

  return { name: cluster.name, state: worst ?? { kind: 'syncing' } };
}

/** Clusters that can't be read, with the reason; one that still syncs is not broken. */
export function incompleteClusters(
  clusters: readonly ClusterFreshness[],
): IncompleteCluster[] {
  return clusters.flatMap(({ name, state }) =>
    'problem' in state
      ? [{ cluster: name, reason: state.problem.message, since: state.since }]
      : [],
  );
}

function momentOf(state: WatchState): string {
  return 'asOf' in state ? state.asOf : '';
}
