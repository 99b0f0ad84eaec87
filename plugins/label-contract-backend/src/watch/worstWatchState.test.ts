import { WatchState } from '@portal-operations/plugin-label-contract-common';
import { worstWatchState } from './worstWatchState';

const early = '2026-01-01T12:00:00.000Z';
const late = '2026-01-01T12:05:00.000Z';
const problem = { reason: 'unreachable', message: 'no answer' } as const;

const syncing: WatchState = { kind: 'syncing' };
const live: WatchState = { kind: 'live', asOf: late };
const stale: WatchState = { kind: 'stale', asOf: late, since: late, problem };
const dark: WatchState = { kind: 'dark', since: late, problem };

describe('worstWatchState', () => {
  it.each([
    [[live, syncing, stale, dark], dark],
    [[live, stale, syncing], stale],
    [[live, syncing, live], syncing],
    [[live], live],
  ])('of %j is the worst', (states, expected) => {
    expect(worstWatchState(states)).toEqual(expected);
    expect(worstWatchState([...states].reverse())).toEqual(expected);
  });

  it.each<WatchState>([
    { kind: 'live', asOf: early },
    { kind: 'stale', asOf: early, since: late, problem },
    { kind: 'dark', since: early, problem },
  ])('of several equals is that which is so for longest: %j', older => {
    const equals = [live, stale, dark].filter(
      ({ kind }) => kind === older.kind,
    );
    expect(worstWatchState([...equals, older])).toEqual(older);
    expect(worstWatchState([older, ...equals])).toEqual(older);
  });
});
