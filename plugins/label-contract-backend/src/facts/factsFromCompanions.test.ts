import { factsFrom } from './factsFrom';

const metadata = {
  name: 'desk',
  namespace: 'desk-team',
  uid: 'u-1',
  labels: { app: 'desk' },
};

describe('factsFrom, of what stands beside a workload', () => {
  it('keeps how a Service is reached, and whom it leads to', () => {
    const spec = {
      type: 'ClusterIP',
      selector: { app: 'desk' },
      clusterIPs: ['10.0.0.7', 'fd00::7'],
      ports: [{ name: 'http', port: 80, targetPort: 'web' }, { port: 5432 }],
    };
    expect(factsFrom.Service({ metadata, spec }, 'c')).toMatchObject({
      kind: 'Service',
      labels: { app: 'desk' },
      selector: { app: 'desk' },
      clusterIps: ['10.0.0.7', 'fd00::7'],
      ports: [80, 5432],
      externalName: undefined,
    });
  });

  it('knows a Service without an address, and one that is only a name for another host', () => {
    expect(
      factsFrom.Service({ metadata, spec: { clusterIPs: ['None'] } }, 'c'),
    ).toMatchObject({ clusterIps: [], selector: {}, ports: [] });
    const external = { type: 'ExternalName', externalName: 'db.example.com' };
    expect(factsFrom.Service({ metadata, spec: external }, 'c')).toMatchObject({
      externalName: 'db.example.com',
    });
    expect(
      factsFrom.Service(
        { metadata, spec: { ...external, type: 'ClusterIP' } },
        'c',
      ),
    ).toMatchObject({ externalName: undefined });
  });

  it('counts the addresses of an EndpointSlice that are ready, or do not say', () => {
    const labels = { 'kubernetes.io/service-name': 'desk' };
    const endpoints = [
      { addresses: ['10.1.0.1', '10.1.0.2'], conditions: { ready: true } },
      { addresses: ['10.1.0.3'], conditions: { ready: false } },
      { addresses: ['10.1.0.4'], conditions: {} },
    ];
    expect(
      factsFrom.EndpointSlice(
        { metadata: { ...metadata, labels }, endpoints },
        'c',
      ),
    ).toMatchObject({ service: 'desk', readyAddresses: 3 });
    // Written by Go, a list that is empty may be null.
    expect(
      factsFrom.EndpointSlice({ metadata, endpoints: null }, 'c'),
    ).toMatchObject({ service: undefined, readyAddresses: 0 });
  });

  it('knows the Services behind an Ingress, each once', () => {
    const to = (name: string) => ({ backend: { service: { name } } });
    const spec = {
      defaultBackend: { service: { name: 'fallback' } },
      rules: [
        { http: { paths: [to('desk'), to('api')] } },
        { http: { paths: [to('desk'), { backend: { resource: {} } }] } },
        { host: 'without-paths.example.com' },
      ],
    };
    expect(factsFrom.Ingress({ metadata, spec }, 'c')).toMatchObject({
      kind: 'Ingress',
      services: ['fallback', 'desk', 'api'],
    });
  });

  it('knows the Services behind a Route', () => {
    const spec = {
      to: { kind: 'Service', name: 'desk' },
      alternateBackends: [{ kind: 'Service', name: 'desk-next' }],
    };
    expect(factsFrom.Route({ metadata, spec }, 'c')).toMatchObject({
      kind: 'Route',
      services: ['desk', 'desk-next'],
    });
  });

  it('knows what an autoscaler scales', () => {
    const scaleTargetRef = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'desk',
    };
    expect(
      factsFrom.HorizontalPodAutoscaler(
        { metadata, spec: { scaleTargetRef } },
        'c',
      ),
    ).toMatchObject({ target: { kind: 'Deployment', name: 'desk' } });
  });
});

describe('factsFrom, of places', () => {
  it.each([
    ['Active', {}, false],
    ['Terminating', {}, true],
    ['Active', { deletionTimestamp: '2026-01-01T10:00:00Z' }, true],
  ])('knows of a Namespace in phase %s with %j that it ends: %j', (...args) => {
    const [phase, deletion, isTerminating] = args;
    expect(
      factsFrom.Namespace(
        {
          metadata: { name: 'desk-team', uid: 'u-1', ...deletion },
          status: { phase },
        },
        'c',
      ),
    ).toMatchObject({
      kind: 'Namespace',
      namespace: '',
      name: 'desk-team',
      isTerminating,
    });
  });

  it.each([
    [[{ type: 'Ready', status: 'True' }], 'True'],
    [[{ type: 'Ready', status: 'Unknown' }], 'Unknown'],
    [[{ type: 'DiskPressure', status: 'False' }], 'Unknown'],
  ])(
    'takes a Node with the conditions %j for ready: %s',
    (conditions, ready) => {
      expect(
        factsFrom.Node(
          {
            metadata: { name: 'worker-1', uid: 'u-1' },
            status: { conditions },
          },
          'c',
        ),
      ).toMatchObject({ kind: 'Node', namespace: '', name: 'worker-1', ready });
    },
  );
});
