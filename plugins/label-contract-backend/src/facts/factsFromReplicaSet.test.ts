import {
  factsFromReplicaSet,
  factsFromReplicationController,
} from './factsFromReplicaSet';

const metadata = { name: 'desk-1', namespace: 'desk-team', uid: 'u-1' };

describe('factsFromReplicaSet', () => {
  it.each([
    ['deployment.kubernetes.io/revision', factsFromReplicaSet],
    ['rollout.argoproj.io/revision', factsFromReplicaSet],
    [
      'openshift.io/deployment-config.latest-version',
      factsFromReplicationController,
    ],
  ])('knows its revision by %s', (key, factsOf) => {
    const annotations = { [key]: '7' };
    expect(
      factsOf({ metadata: { ...metadata, annotations } }, 'c').revision,
    ).toBe(7);
  });

  it('keeps kind, template, and pods that are wanted and ready', () => {
    const raw = {
      metadata,
      spec: {
        replicas: 3,
        template: { metadata: { labels: { app: 'desk' } } },
      },
      status: { readyReplicas: 2 },
    };
    const facts = {
      desiredReplicas: 3,
      readyReplicas: 2,
      templateLabels: { app: 'desk' },
      revision: undefined,
    };
    expect(factsFromReplicaSet(raw, 'c')).toMatchObject({
      kind: 'ReplicaSet',
      ...facts,
    });
    expect(factsFromReplicationController(raw, 'c')).toMatchObject({
      kind: 'ReplicationController',
      ...facts,
    });
  });
});
