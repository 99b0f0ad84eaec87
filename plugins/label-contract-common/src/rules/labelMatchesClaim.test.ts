import { applyFixToFacts } from '../fix/applyFixToFacts';
import { reportOn } from '../testUtils/reportOn';
import {
  aDeployment,
  aHealthyWorkload,
  aPod,
  labelled,
} from '../testUtils/someFacts';
import {
  aCronJob,
  aDaemonSet,
  aDeploymentConfig,
  aJob,
  aRollout,
  aStatefulSet,
} from '../testUtils/workloads';

// Beside it something is drawn, so that no other rule has a say about kinds.
const drawn = aHealthyWorkload('payments-web', 'payments-platform');
const right = labelled('payments-platform');
const ticket1 = {
  name: 'payments-gateway',
  labels: right,
  templateLabels: labelled('payments-gateway'),
};

function labelFindingsOf(facts: Parameters<typeof reportOn>[0]) {
  return reportOn([...drawn, ...facts]).findings.filter(({ rule }) =>
    rule.startsWith('label-'),
  );
}

describe('label-matches-claim', () => {
  it.each([
    aDeployment(ticket1),
    aStatefulSet(ticket1),
    aDaemonSet(ticket1),
    aRollout(ticket1),
    aDeploymentConfig(ticket1),
    aJob(ticket1),
  ])('finds the name of a $kind in its pod template', workload => {
    expect(labelFindingsOf([workload])).toMatchObject([
      {
        rule: 'label-matches-claim',
        evidence: 'exact',
        levels: [{ level: 'pod-template', is: 'payments-gateway' }],
        message: { id: 'value-is-workload-name' },
      },
    ]);
  });

  it('finds every template of a CronJob in one finding', () => {
    expect(labelFindingsOf([aCronJob(ticket1)])).toMatchObject([
      {
        rule: 'label-matches-claim',
        levels: [{ level: 'job-template' }, { level: 'pod-template' }],
      },
    ]);
  });

  it('lets a Job be once its pods carry the label, for nobody can change its template', () => {
    const job = aJob(ticket1);
    const facts = [...drawn, job, aPod(job)];
    const [finding] = labelFindingsOf([job, aPod(job)]);
    const [fix] = finding.fixes;

    expect(fix).toMatchObject({ kind: 'set-label', pods: [aPod(job).name] });
    expect(
      reportOn(applyFixToFacts(fix, facts)).findings.map(({ rule }) => rule),
    ).not.toContain('label-matches-claim');
  });
});

describe('the template of a Job that has ended', () => {
  it('is left alone, and the Job itself is not', () => {
    const job = aJob({
      ...ticket1,
      labels: labelled('Payments_Platform'),
      completedAt: '2026-01-01T09:30:00Z',
    });
    const [finding, ...others] = labelFindingsOf([job]);
    const [fix] = finding.fixes;

    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'label-matches-claim',
      levels: [{ level: 'object', is: 'Payments_Platform' }],
    });
    expect(
      labelFindingsOf(applyFixToFacts(fix, [job])).map(({ rule }) => rule),
    ).toEqual([]);
  });
});

describe('label-on-object and label-on-pod-template', () => {
  it.each([
    aDeployment({ name: 'x', templateLabels: right }),
    aStatefulSet({ name: 'x', templateLabels: right }),
    aDaemonSet({ name: 'x', templateLabels: right }),
    aCronJob({ name: 'x', templateLabels: right }),
    aJob({ name: 'x', templateLabels: right }),
  ])('find a $kind that lacks the label itself', workload => {
    expect(labelFindingsOf([workload])).toMatchObject([
      { rule: 'label-on-object', levels: [{ level: 'object' }] },
    ]);
  });

  it.each([
    aDeployment({ name: 'x', labels: right }),
    aStatefulSet({ name: 'x', labels: right }),
    aDaemonSet({ name: 'x', labels: right }),
    aJob({ name: 'x', labels: right }),
  ])('find a $kind whose template lacks it', workload => {
    expect(labelFindingsOf([workload])).toMatchObject([
      { rule: 'label-on-pod-template', levels: [{ level: 'pod-template' }] },
    ]);
  });
});
