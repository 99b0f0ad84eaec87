import { PodFacts } from '../facts/PodFacts';
import { aHealthCheck, aTrouble } from '../testUtils/aHealthCheck';
import { secondsAgo } from '../testUtils/healthOf';
import { aContainer, aPod } from '../testUtils/someFacts';
import { aStatefulSet } from '../testUtils/workloads';
import { checkHealth } from './checkHealth';

type Events = NonNullable<Parameters<typeof aTrouble>[0]['events']>;

const statefulSet = aStatefulSet({ name: 'ledger', readyReplicas: 0 });
const waiting = (waitingReason: string) =>
  aContainer({ isReady: false, waitingReason });
const stuck: Partial<PodFacts> = {
  name: 'ledger-0',
  phase: 'Pending',
  isReady: false,
  node: 'worker-1',
  readinessChangedAt: secondsAgo(200),
  containers: [waiting('ContainerCreating')],
};

const noSecret: Events[number] = [
  'FailedMount',
  'MountVolume.SetUp failed for volume "tls" : secret "ledger-tls" not found',
];
const timedOut: Events[number] = [
  'FailedMount',
  'Unable to attach or mount volumes: unmounted volumes=[tls], unattached volumes=[]: timed out waiting for the condition',
];
const multiAttach: Events[number] = [
  'FailedAttachVolume',
  'Multi-Attach error for volume "pvc-7" Volume is already used by pod(s) ledger-1',
];

function healthOf(facts: Partial<PodFacts>, events: Events = []) {
  const pod = aPod(statefulSet, { ...stuck, ...facts });
  return checkHealth(
    aHealthCheck(statefulSet, [pod], {
      troubles: { [pod.uid]: aTrouble({ events }) },
    }),
  );
}

describe('volumes-mount', () => {
  it.each<[string, Events, object]>([
    [
      'a Secret that does not exist',
      [noSecret, timedOut],
      {
        id: 'source-missing',
        values: {
          workload: 'ledger',
          pods: 1,
          volume: 'tls',
          missing: { kind: 'Secret', name: 'ledger-tls' },
          words: noSecret[1],
        },
      },
    ],
    [
      'a ConfigMap that does not exist',
      [
        [
          'FailedMount',
          'MountVolume.SetUp failed for volume "rules" : configmap "ledger-rules" not found',
        ],
      ],
      {
        id: 'source-missing',
        values: { missing: { kind: 'ConfigMap', name: 'ledger-rules' } },
      },
    ],
    [
      'a disk that another node holds',
      [multiAttach],
      {
        id: 'not-attached',
        values: { volume: 'pvc-7', words: multiAttach[1] },
      },
    ],
    [
      'only that it timed out, where nobody says more',
      [timedOut],
      { id: 'not-mounted', values: { volume: 'tls', words: timedOut[1] } },
    ],
    [
      'whatever else the kubelet says',
      [['FailedMount', 'mount failed: exit status 32']],
      { id: 'not-mounted', values: { words: 'mount failed: exit status 32' } },
    ],
  ])('names %s, for the team', (_, events, message) => {
    expect(healthOf({}, events)).toMatchObject({
      rule: 'volumes-mount',
      owner: 'team',
      message,
    });
  });

  it('sees a pod whose init containers wait for the volume', () => {
    expect(
      healthOf(
        {
          initContainers: [waiting('PodInitializing')],
          containers: [waiting('PodInitializing')],
        },
        [noSecret],
      ),
    ).toMatchObject({ rule: 'volumes-mount' });
  });

  it.each<[string, Partial<PodFacts>, Events]>([
    [
      'it has waited for less than a kubelet does',
      { readinessChangedAt: secondsAgo(100) },
      [noSecret],
    ],
    ['no Event tells of a volume', {}, [['Scheduled', 'assigned']]],
    [
      'the volume is there, and the image is pulled',
      {},
      [noSecret, ['Pulling', 'Pulling image "ledger"']],
    ],
    [
      'its container runs',
      { containers: [aContainer({ isReady: false })] },
      [noSecret],
    ],
    ['it is being deleted', { isDeleting: true }, [noSecret]],
    ['it was evicted', { phase: 'Failed' }, [noSecret]],
  ])('says nothing of a pod where %s', (_, facts, events) => {
    expect(healthOf(facts, events)).toBeUndefined();
  });

  it.each([
    [
      'is not bound',
      '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/3 nodes are available.',
      'ops',
      { id: 'claim-unbound' },
    ],
    [
      'lost its volume',
      '0/3 nodes are available: persistentvolumeclaim "data-ledger-0" bound to non-existent persistentvolume "pv-1".',
      'ops',
      { id: 'claim-unbound', values: { volume: 'data-ledger-0' } },
    ],
    [
      'does not exist',
      '0/3 nodes are available: persistentvolumeclaim "ledger-data" not found.',
      'team',
      {
        id: 'source-missing',
        values: {
          missing: { kind: 'PersistentVolumeClaim', name: 'ledger-data' },
        },
      },
    ],
  ])(
    'takes over from pods-schedulable where a volume claim %s',
    (_, schedulingFailure, owner, message) => {
      const facts = { schedulingFailure, node: undefined, containers: [] };
      expect(healthOf(facts)).toMatchObject({
        rule: 'volumes-mount',
        owner,
        message,
      });
    },
  );

  it('leaves volumes that no node can reach to pods-schedulable', () => {
    const schedulingFailure =
      '0/3 nodes are available: 3 node(s) had volume node affinity conflict.';
    expect(healthOf({ schedulingFailure, containers: [] })).toMatchObject({
      rule: 'pods-schedulable',
    });
  });
});
