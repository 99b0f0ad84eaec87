import { reportOn } from '../testUtils/reportOn';
import { labelled } from '../testUtils/someFacts';
import { aCronJob } from '../testUtils/workloads';

const right = labelled('payments-platform');
const own = { app: 'payments-report' };

function findingsOf(facts: Partial<Parameters<typeof aCronJob>[0]>) {
  return reportOn([
    aCronJob({ name: 'payments-report', labels: right, ...facts }),
  ]).findings;
}

describe('label-on-every-cron-level', () => {
  it('finds a job template that has labels, but not this one', () => {
    expect(
      findingsOf({ templateLabels: right, jobTemplateLabels: own }),
    ).toMatchObject([
      {
        rule: 'label-on-every-cron-level',
        severity: 'error',
        evidence: 'exact',
        owner: 'ops',
        levels: [{ level: 'job-template' }],
        fixes: [{ kind: 'set-label', levels: ['job-template'] }],
      },
    ]);
  });

  it('finds a pod template that lacks it', () => {
    expect(
      findingsOf({ templateLabels: own, jobTemplateLabels: right }),
    ).toMatchObject([
      {
        rule: 'label-on-every-cron-level',
        levels: [{ level: 'pod-template' }],
      },
    ]);
  });

  it('makes one finding of both', () => {
    expect(
      findingsOf({ templateLabels: own, jobTemplateLabels: own }),
    ).toMatchObject([
      {
        rule: 'label-on-every-cron-level',
        levels: [{ level: 'job-template' }, { level: 'pod-template' }],
      },
    ]);
  });

  it('lets a job template without labels inherit those of the pod template', () => {
    expect(
      findingsOf({ templateLabels: right, jobTemplateLabels: {} }),
    ).toEqual([]);
  });

  it('leaves it to the value where the job template has another one', () => {
    expect(
      findingsOf({
        templateLabels: right,
        jobTemplateLabels: labelled('payments-report'),
      }),
    ).toMatchObject([
      {
        rule: 'label-matches-claim',
        levels: [{ level: 'job-template', is: 'payments-report' }],
      },
    ]);
  });

  it('leaves it to the object where that alone lacks it', () => {
    expect(
      findingsOf({
        labels: own,
        templateLabels: right,
        jobTemplateLabels: right,
      }),
    ).toMatchObject([
      { rule: 'label-on-object', levels: [{ level: 'object' }] },
    ]);
  });
});
