import { factsFrom } from './factsFrom';

const metadata = {
  name: 'payments-gateway',
  namespace: 'payments-team',
  uid: 'u-1',
  labels: { 'backstage.io/kubernetes-id': 'payments-platform' },
};

describe('factsFrom.Deployment', () => {
  it('keeps levels, replicas and progress, and nothing else', () => {
    const facts = factsFrom.Deployment(
      {
        metadata: {
          ...metadata,
          generation: 3,
          annotations: { note: 'not kept' },
          managedFields: [{ manager: 'not kept' }],
        },
        spec: {
          replicas: 2,
          template: {
            metadata: { labels: { app: 'gateway' } },
            spec: { containers: [{ env: [{ name: 'PASSWORD', value: 'x' }] }] },
          },
        },
        status: {
          observedGeneration: 2,
          replicas: 3,
          updatedReplicas: 1,
          readyReplicas: 2,
          conditions: [
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
            },
          ],
        },
      },
      'prod-1',
    );
    expect(facts).toEqual({
      kind: 'Deployment',
      cluster: 'prod-1',
      uid: 'u-1',
      namespace: 'payments-team',
      name: 'payments-gateway',
      labels: metadata.labels,
      templateLabels: { app: 'gateway' },
      desiredReplicas: 2,
      replicas: 3,
      updatedReplicas: 1,
      readyReplicas: 2,
      isObserved: false,
      progressFailure: 'ProgressDeadlineExceeded',
      isOptedOut: false,
    });
  });

  it('takes 1 for desired replicas, 0 for those counted and no labels where nothing is said', () => {
    expect(
      factsFrom.Deployment({ metadata: { ...metadata, labels: null } }, 'c'),
    ).toMatchObject({
      labels: {},
      templateLabels: {},
      desiredReplicas: 1,
      replicas: 0,
      readyReplicas: 0,
    });
  });

  it('keeps zero replicas apart from none said', () => {
    expect(
      factsFrom.Deployment({ metadata, spec: { replicas: 0 } }, 'c'),
    ).toMatchObject({ desiredReplicas: 0 });
  });

  it('takes a Progressing condition that is True for no failure', () => {
    const status = {
      conditions: [
        { type: 'Progressing', status: 'True', reason: 'NewReplicaSet' },
      ],
    };
    expect(factsFrom.Deployment({ metadata, status }, 'c')).toMatchObject({
      progressFailure: undefined,
    });
  });

  it.each([
    ['ignore', true],
    ['check', false],
  ])('reads the opt-out %j as %j', (value, isOptedOut) => {
    const annotations = { 'portal-operations.io/label-contract': value };
    expect(
      factsFrom.Deployment({ metadata: { ...metadata, annotations } }, 'c'),
    ).toMatchObject({ isOptedOut });
  });
});

describe('factsFrom.ReplicaSet', () => {
  const replicaSet = (revision?: string) =>
    factsFrom.ReplicaSet(
      {
        metadata: {
          ...metadata,
          annotations: revision
            ? { 'deployment.kubernetes.io/revision': revision }
            : {},
          ownerReferences: [
            { uid: 'somebody' },
            { uid: 'd-1', controller: true },
          ],
        },
        spec: {
          replicas: 0,
          template: { metadata: { labels: { app: 'gateway' } } },
        },
      },
      'c',
    );

  it('keeps the revision, the template and the owner that controls it', () => {
    expect(replicaSet('12')).toMatchObject({
      revision: 12,
      desiredReplicas: 0,
      controllerUid: 'd-1',
      templateLabels: { app: 'gateway' },
    });
  });

  it.each([undefined, 'latest', '1.5', '-1'])(
    'has no revision for the annotation %j',
    text => {
      expect(replicaSet(text)).toMatchObject({ revision: undefined });
    },
  );
});

describe('factsFrom.Pod', () => {
  it('keeps readiness, deletion and how containers fare', () => {
    const pod = factsFrom.Pod(
      {
        metadata: { ...metadata, deletionTimestamp: '2026-01-01T12:00:00Z' },
        status: {
          phase: 'Running',
          conditions: [{ type: 'Ready', status: 'False' }],
          containerStatuses: [
            {
              name: 'migrator',
              ready: false,
              restartCount: 4,
              state: { waiting: { reason: 'CrashLoopBackOff' } },
              lastState: {
                terminated: {
                  exitCode: 1,
                  reason: 'Error',
                  finishedAt: '2026-01-01T11:59:00Z',
                },
              },
            },
          ],
        },
      },
      'c',
    );
    expect(pod).toMatchObject({
      phase: 'Running',
      isReady: false,
      isDeleting: true,
      containers: [
        {
          name: 'migrator',
          isReady: false,
          restartCount: 4,
          waitingReason: 'CrashLoopBackOff',
          lastTermination: {
            exitCode: 1,
            reason: 'Error',
            finishedAt: '2026-01-01T11:59:00Z',
          },
        },
      ],
    });
  });

  it('takes the newest end of a container, before it is restarted', () => {
    const terminated = (exitCode: number) => ({ terminated: { exitCode } });
    const containerStatuses = [
      { name: 'c', state: terminated(137), lastState: terminated(1) },
    ];
    expect(
      factsFrom.Pod({ metadata, status: { containerStatuses } }, 'c'),
    ).toMatchObject({ containers: [{ lastTermination: { exitCode: 137 } }] });
  });

  it('has no containers before the kubelet reported any', () => {
    expect(
      factsFrom.Pod({ metadata, status: { phase: 'Pending' } }, 'c'),
    ).toMatchObject({ isReady: false, isDeleting: false, containers: [] });
  });
});

describe('factsFrom, of what is no such object', () => {
  it.each([
    [undefined, 'metadata.uid has to be a text, found nothing'],
    ['text', 'The object has to be an object, found a value of type string'],
    [[], 'The object has to be an object, found a list'],
    [{ metadata: 7 }, 'metadata has to be an object'],
    [{ metadata: { ...metadata, uid: '' } }, 'metadata.uid has to be a text'],
    [{ metadata: { ...metadata, name: 1 } }, 'metadata.name has to be a text'],
    [
      { metadata: { ...metadata, labels: { app: { nested: 1 } } } },
      'metadata.labels.app has to be a text',
    ],
    [
      { metadata: { ...metadata, labels: ['a'] } },
      'metadata.labels has to be an object, found a list',
    ],
    [
      { metadata: { ...metadata, ownerReferences: 'nobody' } },
      'metadata.ownerReferences has to be a list',
    ],
    [
      {
        metadata: { ...metadata, ownerReferences: [{ controller: true }] },
      },
      'metadata.ownerReferences[0].uid has to be a text, found nothing',
    ],
  ])('refuses %j and says where', (raw, message) => {
    for (const parse of Object.values(factsFrom)) {
      expect(() => parse(raw, 'c')).toThrow(message);
    }
  });

  const withoutNamespace = {
    metadata: { ...metadata, namespace: undefined },
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'web' } },
  };
  const kinds = Object.entries(factsFrom);
  const isOfCluster = (kind: string) => ['Namespace', 'Node'].includes(kind);

  it.each(kinds.filter(([kind]) => !isOfCluster(kind)))(
    'wants the namespace of a %s',
    (_, parse) => {
      expect(() => parse(withoutNamespace, 'c')).toThrow(
        'metadata.namespace has to be a text, found nothing',
      );
    },
  );

  it.each(kinds.filter(([kind]) => isOfCluster(kind)))(
    'wants no namespace of a %s',
    (_, parse) => {
      expect(parse(withoutNamespace, 'c')).toMatchObject({ namespace: '' });
    },
  );

  it('never repeats a value in its words', () => {
    const words = () => {
      try {
        return factsFrom.Pod({ metadata: { ...metadata, uid: 12345 } }, 'c');
      } catch (error) {
        return String(error);
      }
    };
    expect(words()).toMatch(/metadata.uid .* found a value of type number$/);
  });
});
