import { CORE_KINDS } from '../facts/coreKinds';
import { ClusterFacts, WatchedKind, WatchState } from '../facts/Facts';
import { ClusterFreshness } from './EntityReport';

const WORST_FIRST: readonly WatchState['kind'][] = [
  'dark',
  'stale',
  'syncing',
  'live',
];

/**
 * The state of a cluster is that of its worst watch; among equals, of the oldest. Only kinds count that
 * matter to everybody: an account that may not read Ingresses does not make a cluster dark. A kind that
 * the cluster does not serve cannot exist there, so it takes nothing from the answer.
 *
 * @public
 */
export function clusterFreshness(cluster: ClusterFacts): ClusterFreshness {
  const states = CORE_KINDS.flatMap(
    kind => watchThatCounts(cluster, kind) ?? [],
  );
  const worst = WORST_FIRST.map(kind =>
    states
      .filter(state => state.kind === kind)
      .sort((a, b) => momentOf(a).localeCompare(momentOf(b), 'en')),
  ).find(group => group.length > 0)?.[0];

  return { name: cluster.name, state: worst ?? { kind: 'syncing' } };
}

/** How a kind is watched; undefined where it is not watched, or cannot exist there (404). */
export function watchThatCounts(
  cluster: ClusterFacts,
  kind: WatchedKind,
): WatchState | undefined {
  const state = cluster.watches[kind];
  return state && 'problem' in state && state.problem.reason === 'not-served'
    ? undefined
    : state;
}

function momentOf(state: WatchState): string {
  return 'asOf' in state ? state.asOf : '';
}
