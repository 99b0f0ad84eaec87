import {
  whyUnsettled,
  type DeploymentView,
  type PodView,
} from './seedProgress';

function aDeployment(options: {
  generation?: number;
  status?: DeploymentView['status'];
  simulate?: string;
}): DeploymentView {
  const { generation = 1, status, simulate } = options;
  return {
    kind: 'Deployment',
    metadata: { name: 'till', namespace: 'shop', generation },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'till' } },
      template: {
        metadata: {
          annotations: simulate
            ? { 'portal-operations.io/simulate': simulate }
            : undefined,
        },
      },
    },
    status,
  };
}

function aPod(waiting?: string, namespace = 'shop'): PodView {
  return {
    kind: 'Pod',
    metadata: { name: 'till-1', namespace, labels: { app: 'till', x: 'y' } },
    status: {
      containerStatuses: [
        {
          ready: !waiting,
          state: waiting ? { waiting: { reason: waiting } } : {},
        },
      ],
    },
  };
}

const rolledOut = { observedGeneration: 1, updatedReplicas: 1 };

describe('whyUnsettled', () => {
  it('finds nothing about a rolled-out Deployment with a Ready pod', () => {
    const status = { ...rolledOut, readyReplicas: 1 };
    expect(whyUnsettled(aDeployment({ status }), [aPod()])).toBeUndefined();
  });

  it('waits for a change that the controller has not seen yet', () => {
    const status = { ...rolledOut, readyReplicas: 1 };
    expect(
      whyUnsettled(aDeployment({ status, generation: 2 }), [aPod()]),
    ).toContain('not looked at');
  });

  it('waits until the pod of the revision before is gone', () => {
    const status = { ...rolledOut, readyReplicas: 1 };
    expect(whyUnsettled(aDeployment({ status }), [aPod(), aPod()])).toContain(
      'has 2 pods',
    );
  });

  it('does not take the pods of another namespace for its own', () => {
    const status = { ...rolledOut, readyReplicas: 1 };
    expect(
      whyUnsettled(aDeployment({ status }), [aPod(), aPod(undefined, 'other')]),
    ).toBeUndefined();
  });

  it('waits for a pod that is not Ready', () => {
    expect(
      whyUnsettled(aDeployment({ status: rolledOut }), [
        aPod('ContainerCreating'),
      ]),
    ).toContain('0 of 1 pods Ready');
  });

  it('is content with the crash loop of a Deployment that simulates one, and with nothing less', () => {
    const deployment = aDeployment({
      status: rolledOut,
      simulate: 'crash-loop',
    });
    expect(
      whyUnsettled(deployment, [aPod('CrashLoopBackOff')]),
    ).toBeUndefined();
    expect(whyUnsettled(deployment, [aPod('ContainerCreating')])).toContain(
      'not in CrashLoopBackOff yet',
    );
  });
});
