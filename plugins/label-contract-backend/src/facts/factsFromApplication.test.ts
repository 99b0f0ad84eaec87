import { factsFromApplication } from './factsFromApplication';

function anApplication(
  options: {
    spec?: object;
    status?: object;
    annotations?: Record<string, string>;
  } = {},
) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: 'payments',
      namespace: 'argocd',
      uid: '1',
      labels: { team: 'payments' },
      annotations: options.annotations,
    },
    spec: {
      project: 'default',
      source: { helm: { parameters: [{ name: 'password', value: 'x' }] } },
      destination: { server: 'https://kubernetes.default.svc' },
      ...options.spec,
    },
    status: options.status,
  };
}

const parse = (...options: Parameters<typeof anApplication>) =>
  factsFromApplication(anApplication(...options), 'prod-east');

const automated = (policy: object) => ({
  spec: { syncPolicy: { automated: policy } },
});

describe('factsFromApplication', () => {
  it('keeps where it deploys to, and nothing of its source', () => {
    expect(parse()).toEqual({
      kind: 'Application',
      cluster: 'prod-east',
      namespace: 'argocd',
      name: 'payments',
      uid: '1',
      labels: {},
      destination: { server: 'https://kubernetes.default.svc' },
      selfHeals: false,
    });
    expect(
      parse({ spec: { destination: { name: 'prod-1', server: '' } } })
        .destination,
    ).toEqual({ name: 'prod-1' });
  });

  it.each([
    [{ selfHeal: true }, true],
    [{ selfHeal: true, enabled: true }, true],
    [{ selfHeal: true, enabled: false }, false],
    [{ selfHeal: false }, false],
    [{ prune: true }, false],
    [{}, false],
  ])('heals with the policy %j: %s', (policy, expected) => {
    expect(parse(automated(policy)).selfHeals).toBe(expected);
  });

  it('heals nothing while Argo CD leaves it alone', () => {
    const annotations = { 'argocd.argoproj.io/skip-reconcile': 'true' };
    const policy = automated({ selfHeal: true });
    expect(parse({ ...policy, annotations }).selfHeals).toBe(false);
  });

  it('keeps what differs from its source, of kinds that are watched', () => {
    const resource = (kind: string, name: string, more: object = {}) => ({
      group: 'apps',
      kind,
      namespace: 'payments-team',
      name,
      status: 'OutOfSync',
      ...more,
    });
    const status = {
      sync: { status: 'OutOfSync' },
      resources: [
        resource('Deployment', 'gateway'),
        resource('Deployment', 'api', { status: 'Synced' }),
        resource('Service', 'api', { group: undefined }),
        resource('Deployment', 'old', { group: 'extensions' }),
        resource('Secret', 'password', { group: '' }),
        resource('Deployment', 'hook', { status: undefined }),
      ],
    };
    expect(parse({ status }).outOfSync).toEqual([
      'Deployment:payments-team/gateway',
      'Service:payments-team/api',
    ]);
  });

  it.each([
    [{ sync: { status: 'Synced' } }, []],
    [{ sync: { status: 'Unknown' } }, undefined],
    [{}, undefined],
    [undefined, undefined],
  ])('says of %j: %j', (status, expected) => {
    expect(parse({ status }).outOfSync).toEqual(expected);
  });

  it('stays the same however often Argo CD looks', () => {
    const status = { sync: { status: 'Synced', revision: 'a' } };
    expect(
      parse({
        status: {
          ...status,
          reconciledAt: '2026-01-01T10:00:00Z',
          history: [],
        },
      }),
    ).toEqual(parse({ status }));
  });

  it('names the field that is not as Argo CD writes it', () => {
    expect(() => parse(automated({ selfHeal: 'yes' }))).toThrow(
      'spec.syncPolicy.automated.selfHeal has to be true or false, found a value of type string',
    );
  });
});
