import { KUBERNETES_ID } from '../annotations';
import { Facts } from '../facts/Facts';
import { refOfWorkload } from '../facts/WorkloadRef';
import {
  aDeployment,
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
} from '../testUtils/someFacts';
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
});
