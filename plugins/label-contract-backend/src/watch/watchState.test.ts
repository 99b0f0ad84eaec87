import { WatchProblem } from '@portal-operations/plugin-label-contract-common';
import { initialWatchState, nextWatchState, WatchEvent } from './watchState';

const unreachable: WatchProblem = {
  reason: 'unreachable',
  message: 'no answer',
};
const forbidden: WatchProblem = { reason: 'forbidden', message: 'no right' };

function at(second: number): Date {
  return new Date(Date.UTC(2026, 0, 1, 12, 0, second));
}

function stateAfter(...events: WatchEvent[]) {
  return events.reduce(nextWatchState, initialWatchState);
}

describe('nextWatchState', () => {
  it('is syncing before anything happened', () => {
    expect(stateAfter()).toEqual({ kind: 'syncing' });
  });

  it('is live as of the last sign of life', () => {
    expect(
      stateAfter({ kind: 'heard', at: at(1) }, { kind: 'heard', at: at(5) }),
    ).toEqual({ kind: 'live', asOf: '2026-01-01T12:00:05.000Z' });
  });

  it('is dark since the first failure where nothing was ever heard, with the newest problem', () => {
    expect(
      stateAfter(
        { kind: 'failed', at: at(1), problem: unreachable },
        { kind: 'failed', at: at(9), problem: forbidden },
      ),
    ).toEqual({
      kind: 'dark',
      since: '2026-01-01T12:00:01.000Z',
      problem: forbidden,
    });
  });

  it('is stale since the first failure, as of what was heard before', () => {
    expect(
      stateAfter(
        { kind: 'heard', at: at(1) },
        { kind: 'failed', at: at(3), problem: unreachable },
        { kind: 'failed', at: at(9), problem: forbidden },
      ),
    ).toEqual({
      kind: 'stale',
      asOf: '2026-01-01T12:00:01.000Z',
      since: '2026-01-01T12:00:03.000Z',
      problem: forbidden,
    });
  });

  it.each<WatchEvent[]>([
    [{ kind: 'failed', at: at(3), problem: unreachable }],
    [
      { kind: 'heard', at: at(2) },
      { kind: 'failed', at: at(3), problem: unreachable },
    ],
  ])('is live again once the cluster is heard', (...events) => {
    expect(stateAfter(...events, { kind: 'heard', at: at(20) })).toEqual({
      kind: 'live',
      asOf: '2026-01-01T12:00:20.000Z',
    });
  });
});
