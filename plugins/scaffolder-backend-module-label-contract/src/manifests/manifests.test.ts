import { parseNamespaceInput } from '../input/parseNamespaceInput';
import { parseWorkloadInput } from '../input/parseWorkloadInput';
import { deploymentManifest } from './deploymentManifest';
import { namespaceManifest } from './namespaceManifest';
import { serviceManifest } from './serviceManifest';
import type { WorkloadComponent, WorkloadSpec } from './WorkloadSpec';

const KEY = 'backstage.io/kubernetes-id';

const specOf = (component: WorkloadComponent): WorkloadSpec => ({
  ...parseWorkloadInput({
    component,
    namespace: 'order-tracker',
    service: 'order-tracker',
    team: 'inventory-team',
  }).spec,
  contractValue: 'orders',
});

describe.each(['api', 'worker'] as const)('the manifest of %s', component => {
  const deployment = deploymentManifest(specOf(component));
  const pod = deployment.spec?.template.spec;

  it('carries the contract label on object and pod template, never in the selector', () => {
    expect(deployment.metadata?.labels).toHaveProperty([KEY], 'orders');
    expect(deployment.spec?.template.metadata?.labels).toHaveProperty(
      [KEY],
      'orders',
    );
    expect(deployment.spec?.selector.matchLabels).toEqual({
      'app.kubernetes.io/name': `order-tracker-${component}`,
    });
  });

  it('selects its own pods', () => {
    expect(deployment.spec?.template.metadata?.labels).toMatchObject(
      deployment.spec?.selector.matchLabels ?? {},
    );
  });

  it('says nothing about replicas', () => {
    expect(deployment.spec).not.toHaveProperty('replicas');
  });

  it('meets the restricted profile, and leaves the user to OpenShift', () => {
    expect(pod?.securityContext).toEqual({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod?.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('asks for CPU and memory and bounds both', () => {
    const { requests, limits } = pod?.containers[0].resources ?? {};
    expect(Object.keys(requests ?? {})).toEqual(['cpu', 'memory']);
    expect(Object.keys(limits ?? {})).toEqual(['cpu', 'memory']);
  });

  it('names its owner on the object and not on the pods, which would restart', () => {
    expect(deployment.metadata?.labels).toMatchObject({
      'portal-operations.io/team': 'inventory-team',
      'app.kubernetes.io/managed-by': 'portal-operations',
      'app.kubernetes.io/part-of': 'order-tracker',
      'app.kubernetes.io/component': component,
    });
    expect(deployment.spec?.template.metadata?.labels).not.toHaveProperty([
      'portal-operations.io/team',
    ]);
  });
});

describe('the api', () => {
  it('is probed on its port, and the worker is not', () => {
    const [api] = deploymentManifest(specOf('api')).spec?.template.spec
      ?.containers ?? [{ name: '' }];
    expect(api.ports).toEqual([
      { name: 'http', containerPort: 8080, protocol: 'TCP' },
    ]);
    expect([api.startupProbe, api.readinessProbe, api.livenessProbe]).toEqual([
      expect.objectContaining({ tcpSocket: { port: 'http' } }),
      expect.objectContaining({ tcpSocket: { port: 'http' } }),
      expect.objectContaining({ tcpSocket: { port: 'http' } }),
    ]);
    const [worker] = deploymentManifest(specOf('worker')).spec?.template.spec
      ?.containers ?? [{ name: '' }];
    expect(worker).not.toHaveProperty('ports');
    expect(worker).not.toHaveProperty('readinessProbe');
  });

  it('has a Service with the contract label that finds its pods', () => {
    const service = serviceManifest(specOf('api'));
    const { template } = deploymentManifest(specOf('api')).spec ?? {};
    expect(service.metadata?.labels).toHaveProperty([KEY], 'orders');
    expect(template?.metadata?.labels).toMatchObject(
      service.spec?.selector ?? { none: 'none' },
    );
    expect(service.spec?.ports?.[0]).toMatchObject({
      port: 8080,
      targetPort: 'http',
    });
  });
});

describe('the namespace', () => {
  const base = { namespace: 'order-tracker', team: 'inventory-team' };

  it('says whose it is, for what, and what its pods may do', () => {
    const { metadata } = namespaceManifest(
      parseNamespaceInput({
        ...base,
        service: 'order-tracker',
        lifecycle: 'production',
        description: 'Real-time order tracking service',
        podSecurity: 'baseline',
        labels: { 'cost-center': '4711' },
      }),
    );
    expect(metadata).toEqual({
      name: 'order-tracker',
      labels: {
        'cost-center': '4711',
        'app.kubernetes.io/managed-by': 'portal-operations',
        'portal-operations.io/team': 'inventory-team',
        'portal-operations.io/service': 'order-tracker',
        'portal-operations.io/lifecycle': 'production',
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/audit': 'baseline',
        'pod-security.kubernetes.io/warn': 'baseline',
      },
      annotations: {
        'portal-operations.io/owner': 'group:default/inventory-team',
        'openshift.io/description': 'Real-time order tracking service',
      },
    });
  });

  it('is restricted where nothing is said, and leaves out what was not given', () => {
    const { metadata } = namespaceManifest(parseNamespaceInput(base));
    expect(metadata?.labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
    expect(metadata?.labels).not.toHaveProperty([
      'portal-operations.io/service',
    ]);
    expect(metadata?.annotations).not.toHaveProperty([
      'openshift.io/description',
    ]);
  });
});
