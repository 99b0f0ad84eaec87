import { WatchState } from '@portal-operations/plugin-label-contract-common';

const WORST_FIRST: readonly WatchState['kind'][] = [
  'dark',
  'stale',
  'syncing',
  'live',
];

/**
 * One state for a kind that is watched in several namespaces, each on its own: the worst, and among
 * equals that which is so for longest. What is told of a kind then holds for each of its namespaces.
 *
 * @throws TypeError where there are no states.
 */
export function worstWatchState(states: Iterable<WatchState>): WatchState {
  return [...states].reduce((worst, state) =>
    isWorse(state, worst) ? state : worst,
  );
}

function isWorse(one: WatchState, other: WatchState): boolean {
  const ranks = [one, other].map(({ kind }) => WORST_FIRST.indexOf(kind));
  return ranks[0] === ranks[1]
    ? momentOf(one) < momentOf(other)
    : ranks[0] < ranks[1];
}

/** ISO 8601, which sorts as text. */
function momentOf(state: WatchState): string {
  if ('asOf' in state) {
    return state.asOf;
  }
  return 'since' in state ? state.since : '';
}
