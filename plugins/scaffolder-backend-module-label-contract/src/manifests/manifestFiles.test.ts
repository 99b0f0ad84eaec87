import { dumpYaml, loadYaml } from '@kubernetes/client-node';
import { parseManifestsInput } from '../input/parseManifestsInput';
import { manifestFiles } from './manifestFiles';

const order = {
  namespace: 'order-tracker',
  team: 'inventory-team',
  service: 'order-tracker',
};

const filesOf = (input: Partial<Parameters<typeof parseManifestsInput>[0]>) =>
  manifestFiles(parseManifestsInput({ ...order, ...input }));

describe('manifestFiles', () => {
  it('has a file for the namespace, and for each object of the workloads', () => {
    expect(filesOf({}).map(({ file }) => file)).toEqual([
      'namespace.yaml',
      'api-deployment.yaml',
      'api-service.yaml',
      'worker-deployment.yaml',
    ]);
  });

  it('has a file of its own for every object that can be asked for', () => {
    const files = filesOf({
      quota: { pods: '4' },
      containerDefaults: { requests: { cpu: '10m' } },
      networkPolicy: 'deny-all',
      teamRole: 'edit',
      api: {
        expose: 'ingress',
        host: 'orders.example.com',
        disruptionBudget: true,
        autoscaling: { maxReplicas: 4 },
      },
    });
    const names = files.map(({ file }) => file);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        'resourcequota-team-quota.yaml',
        'limitrange-container-defaults.yaml',
        'networkpolicy-default-deny.yaml',
        'networkpolicy-allow-own-egress.yaml',
        'rolebinding-team-edit.yaml',
        'api-ingress.yaml',
        'api-poddisruptionbudget.yaml',
        'api-horizontalpodautoscaler.yaml',
      ]),
    );
  });

  it('says what Kubernetes reads, where the client has other names for it', () => {
    const yaml = filesOf({
      containerDefaults: { limits: { cpu: '1' } },
      networkPolicy: 'deny-ingress',
      api: { expose: 'route' },
    }).map(({ file, object }) => [file, dumpYaml(object)] as const);
    const of = new Map(yaml);

    expect(of.get('limitrange-container-defaults.yaml')).toContain(
      '- default:\n        cpu:',
    );
    expect(of.get('networkpolicy-allow-router.yaml')).toMatch(/- from:/);
    expect(of.get('api-route.yaml')).toContain('targetPort: http');
    yaml.forEach(([, text]) => expect(text).not.toMatch(/undefined|\s_/));
    expect(
      loadYaml<{ kind: string }>(of.get('api-route.yaml') ?? '').kind,
    ).toBe('Route');
  });

  it.each([
    ['leaves the number of pods out where it is Kubernetes’ own', 1, undefined],
    ['writes any other number of pods', 3, 3],
  ])('%s', (_claim, replicas, written) => {
    const [, deployment] = filesOf({ api: { replicas } });
    expect(deployment.object).toMatchObject({ kind: 'Deployment' });
    expect(dumpYaml(deployment.object).match(/replicas: (\d)/)?.[1]).toBe(
      written?.toString(),
    );
  });
});
