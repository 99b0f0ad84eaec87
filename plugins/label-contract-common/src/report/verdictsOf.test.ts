import { anEntity } from '../testUtils/anEntity';
import { aPod, labelled, someFacts } from '../testUtils/someFacts';
import { aCronJob, aJob } from '../testUtils/workloads';
import { evaluateEntity } from './evaluateEntity';
import { contractVerdict } from './verdictsOf';

const certain = { verdict: 'certain' } as const;

describe('contractVerdict, where nothing is visible in full', () => {
  it.each([
    ['labels', { verdict: 'met' }],
    ['not-drawn', { verdict: 'not-applicable', reason: 'not-drawn' }],
    ['row-only', { verdict: 'not-applicable', reason: 'not-drawn' }],
    ['not-readable', { verdict: 'unknown', reason: 'cluster-not-read' }],
    ['tab-fails', { verdict: 'unknown', reason: 'cluster-not-read' }],
  ] as const)('and %s hides it, is %j', (hiddenBecause, verdict) => {
    const workloads = [{ visibility: 'partly', hiddenBecause } as const];
    expect(
      contractVerdict({ certainty: certain, findings: [], workloads }),
    ).toEqual(verdict);
  });

  it('leaves a CronJob be whose last Job still runs without the label', () => {
    const labels = labelled('payments');
    const cronJob = aCronJob({
      name: 'payments-report',
      labels,
      jobTemplateLabels: labels,
      templateLabels: labels,
    });
    const job = aJob({ name: 'payments-report-1', labels: {} }, cronJob);
    const report = evaluateEntity({
      entity: anEntity('payments'),
      facts: someFacts({
        facts: [cronJob, job, aPod(job, { labels: {} })],
      }),
      now: new Date('2026-01-01T10:00:00Z'),
    });
    expect(report.workloads).toMatchObject([{ visibility: 'partly' }]);
    expect(report.findings).toEqual([]);
    expect(report.contract).toEqual({ verdict: 'met' });
  });
});
