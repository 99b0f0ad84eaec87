import { sampleReports } from '../testUtils/sampleReports';
import {
  ReportState,
  nextReportState,
  pollDelayMilliseconds,
} from './reportState';

const received = {
  report: sampleReports(new Date('2026-01-05T10:00:00Z')).met,
  receivedAt: 1,
};
const answered: ReportState = { kind: 'answered', last: received };

describe('nextReportState', () => {
  it('keeps the last answer through repeated failures', () => {
    const once = nextReportState(answered, { kind: 'refused', status: 503 });
    const twice = nextReportState(once, { kind: 'refused' });
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
    expect(nextReportState(answered, { kind: 'refused', status })).toEqual({
      kind,
    });
  });

  it('forgets a failure with the next answer', () => {
    expect(
      nextReportState(
        { kind: 'failed', status: 503 },
        { kind: 'received', received },
      ),
    ).toEqual(answered);
  });

  it('starts again for another entity', () => {
    expect(nextReportState(answered, { kind: 'restarted' })).toEqual({
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
