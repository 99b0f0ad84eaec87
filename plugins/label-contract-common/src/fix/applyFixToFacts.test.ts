import { KUBERNETES_ID } from '../annotations';
import { Facts } from '../facts/Facts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { refOfWorkload } from '../facts/WorkloadRef';
import {
  aDeployment,
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
} from '../testUtils/someFacts';
import {
  aControllerRevision,
  aCronJob,
  aDaemonSet,
  aJob,
  aStatefulSet,
} from '../testUtils/workloads';
import { applyFixToFacts } from './applyFixToFacts';
import { PatchableLevel, SetLabelFix } from './Fix';

const gateway = aDeployment({
  name: 'payments-gateway',
  labels: { app: 'gateway' },
  templateLabels: { app: 'gateway', ...labelled('payments-gateway') },
  desiredReplicas: 2,
});
const before = aReplicaSet(gateway, { revision: 1, desiredReplicas: 0 });
const newest = aReplicaSet(gateway, { revision: 2 });
const pod = aPod(newest);
const facts: Facts[] = [gateway, before, newest, pod];

function setLabel(...levels: PatchableLevel[]): SetLabelFix {
  return {
    kind: 'set-label',
    workload: refOfWorkload(gateway),
    levels,
    key: KUBERNETES_ID,
    value: 'payments-platform',
    replacesPods: 2,
  };
}

const platform = { app: 'gateway', [KUBERNETES_ID]: 'payments-platform' };

describe('applyFixToFacts', () => {
  it('changes the object alone where only that is patched', () => {
    expect(applyFixToFacts(setLabel('object'), facts)).toEqual([
      { ...gateway, labels: platform },
      before,
      newest,
      pod,
    ]);
  });

  it('rolls a changed pod template out: a new revision with new pods, the earlier ones at zero', () => {
    const after = applyFixToFacts(setLabel('pod-template'), facts);

    expect(after).toHaveLength(6);
    expect(after).toMatchObject([
      {
        kind: 'Deployment',
        labels: { app: 'gateway' },
        templateLabels: platform,
        replicas: 2,
        updatedReplicas: 2,
        readyReplicas: 2,
      },
      { revision: 3, templateLabels: platform, desiredReplicas: 2 },
      { kind: 'Pod', labels: platform },
      { kind: 'Pod', labels: platform },
      { uid: before.uid, desiredReplicas: 0 },
      { uid: newest.uid, desiredReplicas: 0 },
    ]);
    expect(new Set(after.map(({ uid }) => uid)).size).toBe(6);
  });

  it('does not heal: pods that crashed before crash after it', () => {
    const crashing = aPod(newest, {
      isReady: false,
      containers: [
        {
          name: 'main',
          isReady: false,
          restartCount: 4,
          waitingReason: 'CrashLoopBackOff',
        },
      ],
    });
    const after = applyFixToFacts(setLabel('object', 'pod-template'), [
      gateway,
      newest,
      crashing,
    ]);

    expect(after[0]).toMatchObject({ labels: platform, readyReplicas: 0 });
    expect(after[2]).toMatchObject({
      kind: 'Pod',
      containers: crashing.containers,
    });
  });

  it('leaves other workloads alone, also those of the same uid on another cluster', () => {
    const others = [
      ...aHealthyWorkload('payments-api', 'payments-api'),
      { ...gateway, cluster: 'prod-west' },
      { ...newest, cluster: 'prod-west' },
      { ...pod, cluster: 'prod-west' },
    ];
    const after = applyFixToFacts(setLabel('pod-template'), [
      ...facts,
      ...others,
    ]);

    expect(after).toEqual(expect.arrayContaining(others));
  });

  it.each([
    ['a fix that only tells somebody', { kind: 'tell-owner' } as const, facts],
    ['a workload that is gone', setLabel('object'), [before, newest]],
  ])('changes nothing by %s', (_, fix, known) => {
    expect(applyFixToFacts(fix, known)).toEqual(known);
  });

  it('waits with the pods of a paused Deployment until somebody resumes it', () => {
    const paused = { ...gateway, isPaused: true };
    const after = applyFixToFacts(setLabel('pod-template'), [
      paused,
      newest,
      pod,
    ]);
    expect(after).toEqual([
      { ...paused, templateLabels: platform },
      newest,
      pod,
    ]);

    const resumed = applyFixToFacts(
      {
        kind: 'roll-pods',
        workload: refOfWorkload(gateway),
        how: 'resume-rollout',
        pods: [],
      },
      after,
    );
    expect(resumed).toMatchObject([
      { isPaused: false },
      { revision: 3 },
      { kind: 'Pod', labels: platform },
      { kind: 'Pod', labels: platform },
      { uid: newest.uid, desiredReplicas: 0 },
    ]);
  });

  it('removes what stands under labels or annotations, and only that', () => {
    const marks = { annotations: { [KUBERNETES_ID]: 'x', other: 'y' } };
    const removal = {
      kind: 'remove-label',
      workload: refOfWorkload(gateway),
      key: KUBERNETES_ID,
    } as const;

    expect(
      applyFixToFacts(
        { ...removal, levels: ['object'], under: 'annotations' },
        [{ ...gateway, marks }],
      ),
    ).toEqual([{ ...gateway, marks: { annotations: { other: 'y' } } }]);
    expect(
      applyFixToFacts(
        { ...removal, levels: ['pod-template'], under: 'labels' },
        [gateway],
      )[0],
    ).toMatchObject({ templateLabels: { app: 'gateway' } });
  });

  it('leaves what only a source knows to those who know it', () => {
    const manager = { tool: 'argo-cd', ref: 'payments' } as const;
    expect(
      applyFixToFacts(
        { kind: 'sync', workload: refOfWorkload(gateway), manager },
        facts,
      ),
    ).toEqual(facts);
  });
});

describe('applyFixToFacts for pods without a ReplicaSet', () => {
  const labels = { app: 'db', ...labelled('payments-gateway') };
  const right = { app: 'db', ...labelled('payments-platform') };
  const setLabelOf = (
    workload: WorkloadFacts,
    ...levels: PatchableLevel[]
  ): SetLabelFix => ({
    ...setLabel(...levels),
    workload: refOfWorkload(workload),
  });

  it('makes a revision of a StatefulSet, and replaces its pods by name', () => {
    const set = aStatefulSet({ name: 'db', labels, templateLabels: labels });
    const old = aPod(set, {
      name: 'db-0',
      labels: { ...labels, 'statefulset.kubernetes.io/pod-name': 'db-0' },
    });
    const after = applyFixToFacts(setLabelOf(set, 'pod-template'), [
      set,
      aControllerRevision(set),
      old,
    ]);

    expect(after).toHaveLength(4);
    expect(after[0]).toMatchObject({ updateRevision: after[1].name });
    expect(after[1]).toMatchObject({ revision: 2, labels: right });
    expect(after[3]).toMatchObject({
      name: 'db-0',
      labels: {
        ...right,
        'controller-revision-hash': after[1].name,
        'statefulset.kubernetes.io/pod-name': 'db-0',
      },
    });
    expect(after[3].uid).not.toBe(old.uid);
  });

  it('keeps the pods below the partition of a StatefulSet, and all with OnDelete', () => {
    const set = aStatefulSet({
      name: 'db',
      templateLabels: labels,
      desiredReplicas: 2,
      partition: 1,
    });
    const pods = ['db-0', 'db-1'].map(name => aPod(set, { name }));
    const labelsAfter = (workload: WorkloadFacts) =>
      applyFixToFacts(setLabelOf(workload, 'pod-template'), [workload, ...pods])
        .filter(({ kind }) => kind === 'Pod')
        .map(each => each.labels[KUBERNETES_ID]);

    expect(labelsAfter(set)).toEqual(['payments-gateway', 'payments-platform']);
    expect(
      labelsAfter({ ...set, updateStrategy: 'OnDelete' as const }),
    ).toEqual(['payments-gateway', 'payments-gateway']);
  });

  it('ends the Jobs of a CronJob that run, and keeps those that failed', () => {
    const cronJob = aCronJob({ name: 'export', templateLabels: labels });
    const running = aJob({ name: 'export-2' }, cronJob);
    const failed = aJob({ name: 'export-1', failure: {} }, cronJob);
    const after = applyFixToFacts(
      setLabelOf(cronJob, 'job-template', 'pod-template'),
      [cronJob, running, aPod(running), failed],
    );

    expect(after).toEqual([
      { ...cronJob, jobTemplateLabels: right, templateLabels: right },
      failed,
    ]);
  });

  it('deletes a pod, and its controller makes another one', () => {
    const set = aDaemonSet({
      name: 'agent',
      templateLabels: right,
      updateStrategy: 'OnDelete',
    });
    const [revision, after] = applyFixToFacts(
      {
        kind: 'roll-pods',
        workload: refOfWorkload(set),
        how: 'delete-pods',
        pods: ['agent-a'],
      },
      [set, aControllerRevision(set), aPod(set, { labels })],
    ).slice(1);

    expect(after).toMatchObject({
      kind: 'Pod',
      labels: {
        ...right,
        'controller-revision-hash': revision.name.slice('agent-'.length),
      },
    });
  });
});
