import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { sampleReports } from '../testUtils/sampleReports';
import { LiveState, nextLiveState, pollDelayMilliseconds } from './liveState';

const received = {
  body: sampleReports(new Date('2026-01-05T10:00:00Z')).met,
  receivedAt: 1,
};
const answered: LiveState<EntityReport> = { kind: 'answered', last: received };

describe('nextLiveState', () => {
  it('keeps the last answer through repeated failures', () => {
    const once = nextLiveState(answered, { kind: 'refused', status: 503 });
    const twice = nextLiveState(once, { kind: 'refused' });
    expect(twice).toEqual({
      kind: 'failed',
      status: undefined,
      last: received,
    });
  });

  it.each([
    [403, 'forbidden'],
    [404, 'not-found'],
  ])('drops the last answer on %s', (status, kind) => {
    expect(nextLiveState(answered, { kind: 'refused', status })).toEqual({
      kind,
    });
  });

  it('forgets a failure with the next answer', () => {
    expect(
      nextLiveState(
        { kind: 'failed', status: 503 },
        { kind: 'received', received },
      ),
    ).toEqual(answered);
  });

  it('starts again for another entity', () => {
    expect(nextLiveState(answered, { kind: 'restarted' })).toEqual({
      kind: 'loading',
    });
  });
});

describe('pollDelayMilliseconds', () => {
  it('asks less often for what fails, and least for what is refused', () => {
    expect(pollDelayMilliseconds(answered, 5_000)).toBe(5_000);
    expect(pollDelayMilliseconds({ kind: 'failed' }, 5_000)).toBe(10_000);
    expect(pollDelayMilliseconds({ kind: 'forbidden' }, 5_000)).toBe(30_000);
  });
});
