import { englishWords } from '../__testUtils__/englishWords';
import { sampleReports } from '../testUtils/sampleReports';
import { describeHeadline } from './describeHeadline';

const samples = sampleReports(new Date('2026-01-05T10:00:00Z'));
const headlineOf = (report: (typeof samples)['met']) =>
  describeHeadline(report, englishWords());

describe('describeHeadline', () => {
  it('says the symptom, not the cause, where a pod is not to be seen', () => {
    expect(headlineOf(samples.violated)).toBe(
      'payments-gateway’s pod is missing from the Kubernetes tab',
    );
  });

  it('counts the workloads that are missing, where there are several', () => {
    const { violated } = samples;
    expect(
      headlineOf({ ...violated, visible: { count: 1, partly: 0, of: 4 } }),
    ).toBe(
      '3 of 4 workloads are missing from the Kubernetes tab, whole or in part',
    );
  });

  it.each([
    [1, 'The only workload is visible and healthy'],
    [2, 'All 2 workloads are visible and healthy'],
  ])('is calm over %s', (count, words) => {
    const { met } = samples;
    expect(
      headlineOf({ ...met, visible: { count, partly: 0, of: count } }),
    ).toBe(words);
  });

  it('never says zero of what is not known', () => {
    for (const report of [samples.syncing, samples.unreachable]) {
      expect(report.contract.verdict).toBe('unknown');
      expect(headlineOf(report)).not.toMatch(/\d|\ball\b/i);
    }
  });

  it('is no alarm where there are only notes', () => {
    const { notes } = samples;
    expect(notes.findings.map(({ severity }) => severity)).toContain('info');
    expect(headlineOf(notes)).toMatch(/visible/);
  });
});
