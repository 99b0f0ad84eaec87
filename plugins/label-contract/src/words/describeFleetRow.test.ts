import { EntitySummary } from '@portal-operations/plugin-label-contract-common';
import { englishWords } from '../__testUtils__/englishWords';
import { sampleSummaries, sampleSummary } from '../testUtils/sampleFleet';
import {
  describeClustersOf,
  describeToDoOf,
  describeVisible,
} from './describeFleetRow';

const t = englishWords();
const now = new Date('2026-01-05T10:42:00.000Z');
const summaries = new Map(
  sampleSummaries(now).map(summary => [summary.entityRef, summary]),
);

function rowOf(name: string): EntitySummary {
  const summary = summaries.get(`component:default/${name}`);
  if (!summary) {
    throw new Error(`The samples hold no ${name}`);
  }
  return summary;
}

const toDoOf = (summary: EntitySummary) =>
  describeToDoOf(summary, now.getTime(), t);

describe('describeToDoOf', () => {
  it('names who acts, on what, and counts the rest by desk', () => {
    expect(toDoOf(rowOf('booking'))).toMatchObject({
      desk: 'ops',
      who: 'Ops',
      detail: '2 more: 1 for ops, 1 for desk-team',
    });
    expect(toDoOf(rowOf('catalogue-print'))).toMatchObject({
      who: 'Catalog file',
      detail: '1 more, for ops',
    });
    expect(toDoOf(rowOf('desk-system'))).toMatchObject({ who: 'desk-team' });
  });

  it('says that a finding is a warning only', () => {
    expect(toDoOf(rowOf('ledger'))).toMatchObject({ detail: 'Warning' });
  });

  it('sends ops to a cluster that leaves the verdict open', () => {
    expect(toDoOf(rowOf('quay-crane'))).toMatchObject({
      desk: 'ops',
      text: expect.stringMatching(/^harbour not read since /),
    });
    const [reason] = rowOf('quay-crane').incomplete;
    expect(
      toDoOf(
        sampleSummary('crane', {
          desks: ['ops'],
          incomplete: [{ ...reason!, since: undefined, kinds: ['Pod', 'Job'] }],
        }),
      ),
    ).toMatchObject({ text: 'Pod and Job on harbour not read' });
  });

  it('only says why nobody has to act', () => {
    expect(toDoOf(rowOf('invoice-mailer'))).toEqual({ text: 'Scaled to zero' });
    expect(toDoOf(rowOf('visitor-log'))).toEqual({ text: 'Not deployed yet' });
    expect(toDoOf(rowOf('old-archive'))).toEqual({
      text: 'Ignored by choice in the catalog file',
    });
  });

  it('says nothing of what is well', () => {
    expect(toDoOf(rowOf('weather'))).toBeUndefined();
  });
});

describe('describeVisible', () => {
  it('says zero, and never shows as zero what is not known', () => {
    expect(describeVisible(rowOf('booking'), t)).toBe('9 of 12');
    expect(describeVisible(rowOf('tide-table'), t)).toBe('4 last seen');
    expect(describeVisible(rowOf('visitor-log'), t)).toBe('0');
    expect(describeVisible(rowOf('old-archive'), t)).toBe('–');
    expect(
      describeVisible(
        {
          contract: { verdict: 'unknown', reason: 'syncing' },
          visible: { count: 0, partly: 0, of: 0 },
        },
        t,
      ),
    ).toBe('–');
  });
});

describe('describeClustersOf', () => {
  it('names one and counts several', () => {
    expect(describeClustersOf({ clusters: [] }, t)).toBe('None');
    expect(describeClustersOf({ clusters: ['annex'] }, t)).toBe('annex');
    expect(describeClustersOf({ clusters: ['annex', 'lab'] }, t)).toBe(
      '2 clusters',
    );
  });
});
