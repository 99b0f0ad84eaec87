import type {
  V1Deployment,
  V1DeploymentStatus,
  V1Pod,
} from '@kubernetes/client-node';
import { rolloutState } from './rolloutState';

const deployment = (
  status: V1DeploymentStatus,
  replicas = 1,
): V1Deployment => ({
  metadata: { generation: 2 },
  spec: { replicas, selector: {}, template: {} },
  status: { observedGeneration: 2, ...status },
});

const all = (pods: number): V1DeploymentStatus => ({
  replicas: pods,
  updatedReplicas: pods,
  readyReplicas: pods,
  availableReplicas: pods,
});

const waitingPod = (reason: string, message?: string): V1Pod => ({
  status: {
    containerStatuses: [
      {
        name: 'api',
        image: '',
        imageID: '',
        ready: false,
        restartCount: 0,
        state: { waiting: { reason, message } },
      },
    ],
  },
});

describe('rolloutState', () => {
  it('is ready when all pods of the newest revision are available', () => {
    expect(
      rolloutState({ deployment: deployment(all(2), 2), pods: [] }),
    ).toEqual({ kind: 'ready', ready: 2, of: 2, reasons: [] });
  });

  it('is ready with no pods when it was scaled to none', () => {
    expect(rolloutState({ deployment: deployment({}, 0), pods: [] }).kind).toBe(
      'ready',
    );
  });

  it.each<[string, V1DeploymentStatus]>([
    [
      'the controller has not seen the change',
      { ...all(1), observedGeneration: 1 },
    ],
    ['a pod of the older revision is left', { ...all(1), replicas: 2 }],
    ['no pod is of the newest revision', { ...all(1), updatedReplicas: 0 }],
    [
      'the pod is ready but not yet available',
      { ...all(1), availableReplicas: 0 },
    ],
    ['nothing is known', { observedGeneration: undefined }],
  ])('waits while %s', (_what, status) => {
    expect(
      rolloutState({ deployment: deployment(status), pods: [] }).kind,
    ).toBe('waiting');
  });

  it('is refused when no pod may be made, with the reason', () => {
    expect(
      rolloutState({
        deployment: deployment({
          conditions: [
            {
              type: 'ReplicaFailure',
              status: 'True',
              message: 'exceeded quota: team-limits',
            },
          ],
        }),
        pods: [],
      }),
    ).toEqual({
      kind: 'refused',
      ready: 0,
      of: 1,
      reasons: ['exceeded quota: team-limits'],
    });
  });

  it.each<[string, V1Pod, string]>([
    [
      'an image',
      waitingPod('ImagePullBackOff', 'not found'),
      'ImagePullBackOff: not found',
    ],
    ['a start', waitingPod('ContainerCreating'), 'container starting'],
    ['a pod without containers', {}, 'pod starting'],
    [
      'a node',
      {
        status: {
          conditions: [
            { type: 'PodScheduled', status: 'False', message: '0/1 nodes' },
          ],
        },
      },
      'no node takes the pod: 0/1 nodes',
    ],
  ])('says that pods wait for %s', (_what, pod, reason) => {
    expect(
      rolloutState({ deployment: deployment({}), pods: [pod, pod] }).reasons,
    ).toEqual([reason]);
  });

  it('tells the last exit of a container that crashes', () => {
    const pod = waitingPod('CrashLoopBackOff');
    const [status] = pod.status?.containerStatuses ?? [];
    status.lastState = { terminated: { exitCode: 137, message: 'killed\n' } };
    expect(
      rolloutState({ deployment: deployment({}), pods: [pod] }).reasons,
    ).toEqual(['CrashLoopBackOff: killed, last exit code 137']);
  });

  it('leaves out pods that are on their way out', () => {
    const leaving: V1Pod = {
      ...waitingPod('CrashLoopBackOff'),
      metadata: { deletionTimestamp: new Date(0) },
    };
    expect(
      rolloutState({ deployment: deployment({}), pods: [leaving] }).reasons,
    ).toEqual([]);
  });
});
