import { factsFromStatefulSet } from './factsFromStatefulSet';

const metadata = {
  name: 'desk',
  namespace: 'desk-team',
  uid: 'u-1',
  generation: 3,
};

describe('factsFromStatefulSet', () => {
  it('keeps replicas, strategy and newest revision', () => {
    expect(
      factsFromStatefulSet(
        {
          metadata,
          spec: {
            replicas: 5,
            updateStrategy: {
              type: 'RollingUpdate',
              rollingUpdate: { partition: 2 },
            },
          },
          status: {
            observedGeneration: 3,
            replicas: 5,
            readyReplicas: 4,
            updatedReplicas: 3,
            updateRevision: 'desk-7f',
          },
        },
        'prod-1',
      ),
    ).toMatchObject({
      kind: 'StatefulSet',
      desiredReplicas: 5,
      replicas: 5,
      readyReplicas: 4,
      updatedReplicas: 3,
      isObserved: true,
      updateStrategy: 'RollingUpdate',
      partition: 2,
      updateRevision: 'desk-7f',
    });
  });

  it('knows a strategy that replaces no pod', () => {
    const spec = { updateStrategy: { type: 'OnDelete' } };
    expect(factsFromStatefulSet({ metadata, spec }, 'c')).toMatchObject({
      updateStrategy: 'OnDelete',
      desiredReplicas: 1,
      partition: undefined,
      isObserved: false,
    });
  });
});
