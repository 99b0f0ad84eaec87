import { factsFrom } from './factsFrom';

const KEY = 'backstage.io/kubernetes-id';

const metadata = {
  name: 'gateway',
  namespace: 'payments-team',
  uid: 'u-1',
  labels: { [KEY]: 'payments' },
};

const controlledBy = (apiVersion: string, kind: string) => ({
  ownerReferences: [
    { apiVersion, kind, name: 'above', uid: 'u-2', controller: true },
  ],
});

describe('facts of what makes pods', () => {
  it.each([
    ['Deployment', factsFrom.Deployment],
    ['StatefulSet', factsFrom.StatefulSet],
    ['DaemonSet', factsFrom.DaemonSet],
    ['Job', factsFrom.Job],
    ['ReplicaSet', factsFrom.ReplicaSet],
    ['Rollout', factsFrom.Rollout],
  ])(
    'names keys of the selector, marks and opt-out of a %s',
    (kind, factsOf) => {
      const facts = factsOf(
        {
          metadata: {
            ...metadata,
            annotations: {
              [KEY]: 'wrong place',
              'portal-operations.io/label-contract': 'ignore',
              'kubectl.kubernetes.io/last-applied-configuration': `{"${KEY}":"x"}`,
            },
          },
          spec: {
            selector: {
              matchLabels: { app: 'gateway', tier: 'front' },
              matchExpressions: [
                { key: 'track', operator: 'Exists' },
                { key: 'app', operator: 'Exists' },
              ],
            },
            template: {
              metadata: {
                labels: { app: 'gateway' },
                annotations: { 'backstage.io/kubernetes_id': 'typo' },
              },
            },
          },
        },
        'prod-1',
      );
      expect(facts).toMatchObject({
        kind,
        templateLabels: { app: 'gateway' },
        selectorKeys: ['app', 'tier', 'track'],
        marks: { annotations: { [KEY]: 'wrong place' } },
        templateMarks: {
          annotations: { 'backstage.io/kubernetes_id': 'typo' },
        },
        isOptedOut: true,
      });
    },
  );

  it.each([
    ['ReplicationController', factsFrom.ReplicationController],
    ['DeploymentConfig', factsFrom.DeploymentConfig],
  ])('knows the selector of a %s, a plain map', (_, factsOf) => {
    expect(
      factsOf({ metadata, spec: { selector: { app: 'gateway' } } }, 'c'),
    ).toMatchObject({ selectorKeys: ['app'] });
  });

  it('has no marks, no keys and no manager where the object says nothing', () => {
    expect(factsFrom.Deployment({ metadata }, 'c')).toMatchObject({
      marks: undefined,
      templateMarks: undefined,
      selectorKeys: undefined,
      manager: undefined,
      isOptedOut: false,
    });
  });

  it('takes a ReplicaSet of a Deployment for a copy, that of an operator for an original', () => {
    const annotations = {
      [KEY]: 'wrong place',
      'meta.helm.sh/release-name': 'payments',
    };
    const replicaSetOf = (apiVersion: string, kind: string) =>
      factsFrom.ReplicaSet(
        {
          metadata: {
            ...metadata,
            annotations,
            ...controlledBy(apiVersion, kind),
          },
        },
        'c',
      );
    const copy = replicaSetOf('apps/v1', 'Deployment');
    expect(copy).toMatchObject({
      controllerKind: 'Deployment',
      controllerUid: 'u-2',
    });
    expect(copy).not.toHaveProperty('marks');
    expect(copy).not.toHaveProperty('manager');

    // A kind of the same name in another group is not the one that is watched.
    for (const apiVersion of ['example.com/v1', 'v1']) {
      expect(replicaSetOf(apiVersion, 'Deployment')).toMatchObject({
        marks: { annotations: { [KEY]: 'wrong place' } },
        manager: { tool: 'operator', ref: 'Deployment/above' },
      });
    }
  });

  it('keeps marks, manager and opt-out of a pod that nothing watched controls', () => {
    const annotations = {
      [KEY]: 'wrong place',
      'portal-operations.io/label-contract': 'ignore',
      'argocd.argoproj.io/tracking-id': 'payments:/Pod:payments-team/gateway',
    };
    const pod = { ...metadata, annotations };
    expect(factsFrom.Pod({ metadata: pod }, 'c')).toMatchObject({
      marks: { annotations: { [KEY]: 'wrong place' } },
      manager: { tool: 'argo-cd', ref: 'payments' },
      isOptedOut: true,
    });
    expect(
      factsFrom.Pod(
        { metadata: { ...pod, ...controlledBy('apps/v1', 'ReplicaSet') } },
        'c',
      ),
    ).not.toHaveProperty('manager');
  });
});
