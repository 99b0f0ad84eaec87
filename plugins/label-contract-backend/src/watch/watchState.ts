import {
  WatchProblem,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';

/** What can happen to the watch of one kind on one cluster. */
export type WatchEvent =
  /**
   * The cluster proved that what we know is what it has: a full list was asked for, the watch was
   * opened (what was missed is sent at once), an object changed, or a bookmark came.
   */
  | { readonly kind: 'heard'; readonly at: Date }
  /** The cluster does not answer, or refuses. */
  | {
      readonly kind: 'failed';
      readonly at: Date;
      readonly problem: WatchProblem;
    };

/** State of a watch before anything happened. */
export const initialWatchState: WatchState = { kind: 'syncing' };

/**
 * The state after an event. `asOf` is the last sign of life of the watch and never later: on a quiet
 * cluster it is up to 75 s old (the next bookmark, or the next opening of the watch, renews it), though
 * a change would be known at once. Anything younger would be a guess, as a connection that broke
 * without a word looks just as quiet.
 */
export function nextWatchState(
  state: WatchState,
  event: WatchEvent,
): WatchState {
  if (event.kind === 'heard') {
    return { kind: 'live', asOf: event.at.toISOString() };
  }

  const { problem } = event;
  switch (state.kind) {
    case 'syncing':
      return { kind: 'dark', since: event.at.toISOString(), problem };
    case 'dark':
      return { kind: 'dark', since: state.since, problem };
    case 'live':
      return {
        kind: 'stale',
        asOf: state.asOf,
        since: event.at.toISOString(),
        problem,
      };
    case 'stale':
      return { ...state, problem };
    default:
      return unknownState(state);
  }
}

function unknownState(state: never): never {
  throw new Error(`Unknown watch state: ${JSON.stringify(state)}`);
}
