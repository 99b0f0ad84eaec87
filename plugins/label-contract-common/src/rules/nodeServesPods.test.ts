import { PodFacts } from '../facts/PodFacts';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf, secondsAgo } from '../testUtils/healthOf';
import { aContainer } from '../testUtils/someFacts';
import { aNode } from '../testUtils/surroundings';

const cutOff: Partial<PodFacts> = {
  node: 'worker-2',
  areContainersReady: true,
  readinessChangedAt: secondsAgo(5),
  containers: [aContainer()],
};
const gated: Partial<PodFacts> = {
  ...cutOff,
  closedReadinessGates: ['target-health.elbv2.k8s.aws/web'],
};

describe('node-serves-pods', () => {
  it('takes a pod that is not ready although its containers are for one on a lost node', () => {
    expect(healthOf(aSickWorkload([cutOff, { isReady: true }]))).toMatchObject({
      rule: 'node-serves-pods',
      owner: 'ops',
      message: {
        id: 'node-not-ready',
        values: { workload: 'ticket-desk', pods: 1, node: 'worker-2' },
      },
    });
  });

  it.each(['False', 'Unknown'])(
    'names the node whose Ready condition is %s, whatever its containers are',
    ready => {
      const node = aNode({ name: 'worker-2', ready });
      const pod = { ...gated, containers: [aContainer({ isReady: false })] };
      expect(
        healthOf(aSickWorkload([pod, { isReady: true, node: 'worker-2' }]), {
          facts: [node],
        }),
      ).toMatchObject({
        rule: 'node-serves-pods',
        owner: 'ops',
        message: {
          id: 'node-not-ready',
          values: { pods: 1, node: 'worker-2', nodeReady: ready },
        },
      });
    },
  );

  it('does not blame a node that is known to be ready', () => {
    expect(
      healthOf(aSickWorkload([cutOff]), {
        facts: [aNode({ name: 'worker-2' }), aNode({ name: 'b', ready: '?' })],
      }),
    ).toBeUndefined();
  });

  it('names a closed gate on a node that is ready', () => {
    const pod = { ...gated, readinessChangedAt: secondsAgo(600) };
    expect(
      healthOf(aSickWorkload([pod]), { facts: [aNode({ name: 'worker-2' })] }),
    ).toMatchObject({ message: { id: 'gate-closed' } });
  });

  it.each([
    [
      'ten minutes after the start',
      { readinessChangedAt: secondsAgo(600) },
      {},
    ],
    [
      'once the rollout is past its deadline',
      {},
      { progressFailure: 'ProgressDeadlineExceeded' },
    ],
  ])(
    'names a readiness gate that is closed %s, for the team',
    (_, pod, facts) => {
      expect(
        healthOf(aSickWorkload([{ ...gated, ...pod }], facts)),
      ).toMatchObject({
        rule: 'node-serves-pods',
        owner: 'team',
        message: {
          id: 'gate-closed',
          values: { pods: 1, gate: 'target-health.elbv2.k8s.aws/web' },
        },
      });
    },
  );

  it.each<[string, Partial<PodFacts>]>([
    ['whose readiness gate opens in good time', gated],
    [
      'whose gate opened',
      { ...gated, isReady: true, closedReadinessGates: [] },
    ],
    [
      'with a container that is not ready',
      {
        ...cutOff,
        areContainersReady: false,
        containers: [aContainer({ isReady: false })],
      },
    ],
    ['of which nothing is known yet', { containers: [] }],
    ['that is being deleted', { ...cutOff, isDeleting: true }],
    ['that was shut down with its node', { ...cutOff, phase: 'Failed' }],
    ['that is about to be evicted', { ...cutOff, isDisrupted: true }],
  ])('says nothing of a pod %s', (_, pod) => {
    expect(healthOf(aSickWorkload([pod]))).toBeUndefined();
  });
});
