import { WatchState } from '@portal-operations/plugin-label-contract-common';
import { asOfCluster } from './asOfCluster';

const earlier = new Date('2026-01-05T10:00:00.000Z');
const later = new Date('2026-01-05T10:42:00.000Z');
const live: WatchState = { kind: 'live', asOf: earlier.toISOString() };

describe('asOfCluster', () => {
  it('believes an answer that still holds, of a cluster that is live', () => {
    expect(asOfCluster({ state: live }, later)).toEqual(later);
  });

  it('takes no moment back', () => {
    const state: WatchState = { kind: 'live', asOf: later.toISOString() };
    expect(asOfCluster({ state }, earlier)).toEqual(later);
    expect(asOfCluster({ state: live })).toEqual(earlier);
  });

  it('knows no more of a cluster that does not answer than when it did', () => {
    const problem = { reason: 'unreachable', message: 'Timed out.' } as const;
    const since = earlier.toISOString();
    expect(
      asOfCluster(
        { state: { kind: 'stale', asOf: since, since, problem } },
        later,
      ),
    ).toEqual(earlier);
    expect(
      asOfCluster({ state: { kind: 'dark', since, problem } }, later),
    ).toBeUndefined();
  });
});
