import { factsFromDaemonSet } from './factsFromDaemonSet';

const metadata = { name: 'agent', namespace: 'ops', uid: 'u-1', generation: 2 };

describe('factsFromDaemonSet', () => {
  it('counts nodes as pods that are wanted', () => {
    expect(
      factsFromDaemonSet(
        {
          metadata,
          status: {
            observedGeneration: 2,
            desiredNumberScheduled: 4,
            currentNumberScheduled: 3,
            updatedNumberScheduled: 2,
            numberReady: 1,
          },
        },
        'prod-1',
      ),
    ).toMatchObject({
      kind: 'DaemonSet',
      desiredReplicas: 4,
      replicas: 3,
      updatedReplicas: 2,
      readyReplicas: 1,
      isObserved: true,
      updateStrategy: 'RollingUpdate',
    });
  });

  it('wants no pods before its controller counted nodes', () => {
    const spec = { updateStrategy: { type: 'OnDelete' } };
    expect(factsFromDaemonSet({ metadata, spec }, 'c')).toMatchObject({
      desiredReplicas: 0,
      isObserved: false,
      updateStrategy: 'OnDelete',
    });
  });
});
