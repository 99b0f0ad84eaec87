import { KUBERNETES_ID } from '../annotations';
import { Facts } from '../facts/Facts';
import { reportOn } from '../testUtils/reportOn';
import {
  aDeployment,
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
} from '../testUtils/someFacts';
import {
  aCronJob,
  aDaemonSet,
  aJob,
  aRollout,
  aStatefulSet,
} from '../testUtils/workloads';

const right = labelled('payments-platform');
const earlier = labelled('payments-api');
const levels = {
  name: 'payments-api',
  labels: right,
  templateLabels: right,
};

/** A Deployment whose pods are of an earlier template. */
function behind(facts: Partial<Parameters<typeof aDeployment>[0]>): Facts[] {
  const deployment = aDeployment({ ...levels, updatedReplicas: 0, ...facts });
  const before = aReplicaSet(deployment, {
    labels: earlier,
    templateLabels: earlier,
  });
  return [deployment, before, aPod(before)];
}

describe('pods-follow-template', () => {
  it.each([
    ['paused', { isPaused: true }, 'resume-rollout'],
    ['deadline', { progressFailure: 'ProgressDeadlineExceeded' }, 'restart'],
  ])('finds a Deployment that is held: %s', (id, facts, how) => {
    const report = reportOn(behind(facts));
    const [finding] = report.findings.filter(
      ({ rule }) => rule === 'pods-follow-template',
    );

    expect(report.contract).toEqual({ verdict: 'violated' });
    expect(finding).toMatchObject({
      severity: 'error',
      evidence: 'exact',
      owner: 'ops',
      levels: [{ level: 'pods', is: 'payments-api' }],
      message: { id, values: { pods: 1, hiddenPods: 1 } },
      fixes: [{ kind: 'roll-pods', how, pods: ['payments-api-1-a'] }],
    });
  });

  it.each([
    aStatefulSet({ ...levels, updateStrategy: 'OnDelete' }),
    aDaemonSet({ ...levels, updateStrategy: 'OnDelete' }),
  ])(
    'offers to label the pods of an OnDelete $kind before deleting them',
    set => {
      const pod = aPod(set, { labels: earlier });

      expect(reportOn([set, pod]).findings).toMatchObject([
        {
          rule: 'pods-follow-template',
          message: { id: 'on-delete' },
          fixes: [
            {
              kind: 'label-pods',
              pods: ['payments-api-a'],
              key: KUBERNETES_ID,
              value: 'payments-platform',
            },
            { kind: 'roll-pods', how: 'delete-pods' },
          ],
        },
      ]);
    },
  );

  it('finds pods that an OnDelete set keeps while another one starts', () => {
    const set = aStatefulSet({
      ...levels,
      updateStrategy: 'OnDelete',
      desiredReplicas: 2,
      readyReplicas: 1,
      updatedReplicas: 1,
    });
    const pods = [
      aPod(set, { name: 'payments-api-0', labels: earlier }),
      aPod(set, { name: 'payments-api-1', isReady: false }),
    ];

    expect(reportOn([set, ...pods]).findings).toMatchObject([
      {
        rule: 'pods-follow-template',
        message: { id: 'on-delete', values: { pods: 1 } },
      },
    ]);
  });

  it('never deletes pods below a partition, which come back as they were', () => {
    const set = aStatefulSet({
      ...levels,
      desiredReplicas: 2,
      updatedReplicas: 1,
      partition: 1,
    });
    const pods = [
      aPod(set, { name: 'payments-api-0', labels: earlier }),
      aPod(set, { name: 'payments-api-1' }),
    ];

    expect(reportOn([set, ...pods]).findings).toMatchObject([
      {
        rule: 'pods-follow-template',
        message: { id: 'partition', values: { pods: 1 } },
        fixes: [{ kind: 'label-pods', pods: ['payments-api-0'] }],
      },
    ]);
  });

  it('only warns of a canary, which waits on purpose', () => {
    const rollout = aRollout({ ...levels, isPaused: true });
    const report = reportOn([
      ...aHealthyWorkload('payments-web', 'payments-platform'),
      rollout,
      aPod(rollout, { labels: earlier }),
    ]);

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        rule: 'pods-follow-template',
        severity: 'warning',
      }),
    );
  });

  it('labels pods in place that somebody changed by hand', () => {
    const deployment = aDeployment(levels);
    const replicaSet = aReplicaSet(deployment);
    const job = aJob({ ...levels, name: 'payments-import' });

    expect(
      reportOn([
        deployment,
        replicaSet,
        aPod(replicaSet, { labels: {} }),
        job,
        aPod(job, { labels: earlier }),
      ]).findings,
    ).toMatchObject([
      {
        rule: 'pods-follow-template',
        subject: { name: 'payments-api' },
        message: { id: 'changed-by-hand' },
        fixes: [{ kind: 'label-pods', pods: ['payments-api-1-a'] }],
      },
      {
        rule: 'pods-follow-template',
        subject: { name: 'payments-import' },
        fixes: [{ kind: 'label-pods' }],
      },
    ]);
  });

  it('does not resume a rollout that has nothing to bring', () => {
    const deployment = aDeployment({ ...levels, isPaused: true });
    const replicaSet = aReplicaSet(deployment);

    expect(
      reportOn([deployment, replicaSet, aPod(replicaSet, { labels: earlier })])
        .findings,
    ).toMatchObject([
      {
        rule: 'pods-follow-template',
        message: { id: 'changed-by-hand' },
        fixes: [{ kind: 'label-pods' }],
      },
    ]);
  });

  it.each<[string, Facts[]]>([
    ['while a rollout progresses', behind({})],
    [
      'of pods of an earlier revision whose end nobody reported yet',
      (() => {
        const deployment = aDeployment(levels);
        const before = aReplicaSet(deployment, { templateLabels: earlier });
        const after = aReplicaSet(deployment, { revision: 2 });
        return [
          deployment,
          before,
          after,
          aPod(after),
          aPod(before, { name: 'old', labels: earlier }),
        ];
      })(),
    ],
    [
      'of pods that are being deleted',
      behind({ isPaused: true }).map(fact =>
        fact.kind === 'Pod' ? { ...fact, isDeleting: true } : fact,
      ),
    ],
    [
      'of a run that began before the CronJob was changed',
      (() => {
        const cronJob = aCronJob({ ...levels, name: 'payments-report' });
        const job = aJob(
          { name: 'payments-report-1', templateLabels: earlier },
          cronJob,
        );
        return [cronJob, job, aPod(job)];
      })(),
    ],
  ])('says nothing %s', (_, facts) => {
    expect(reportOn(facts).findings).toEqual([]);
  });

  it('leaves it to the template where that is wrong', () => {
    const rules = reportOn(
      behind({ isPaused: true, templateLabels: earlier }),
    ).findings.map(({ rule }) => rule);

    expect(rules).toEqual(['label-matches-claim']);
  });
});
