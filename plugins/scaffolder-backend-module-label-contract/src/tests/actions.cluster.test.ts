import { Entity } from '@backstage/catalog-model';
import type { EntityReport } from '@portal-operations/plugin-label-contract-common';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { examples as namespaceExamples } from '../actions/namespaceCreateAction.examples';
import { examples as workloadExamples } from '../actions/workloadDeployAction.examples';
import { actionsOn, ActionsOnCluster } from '../__testUtils__/actionsOn';
import {
  PortalCluster,
  rulesOfFile,
  startPortalCluster,
} from '../__testUtils__/startPortalCluster';

const orderTracker: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'order-tracker',
    annotations: { 'backstage.io/kubernetes-id': 'order-tracker' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'inventory-team' },
};

/** An entity whose claim is not its name. */
const parcels: Entity = {
  ...orderTracker,
  metadata: {
    name: 'parcels',
    annotations: { 'backstage.io/kubernetes-id': 'parcel-platform' },
  },
};

const order = { namespace: 'order-tracker', team: 'inventory-team' };
const api = { ...order, component: 'api', service: 'order-tracker' };

// A rollout takes seconds, and a refused one is looked at for five.
jest.setTimeout(60_000);

describe('the actions on a real API server', () => {
  let portal: PortalCluster;
  let actions: ActionsOnCluster;

  beforeAll(async () => {
    portal = await startPortalCluster();
    actions = actionsOn(portal, [orderTracker, parcels]);
  }, 600_000);

  afterAll(async () => {
    await portal?.controlPlane.stop();
  });

  const createNamespace: ActionsOnCluster['createNamespace'] = (...args) =>
    actions.createNamespace(...args);
  const deploy: ActionsOnCluster['deploy'] = (...args) =>
    actions.deploy(...args);
  const kubectl = (...args: string[]) => actions.kubectl(...args);
  const get = (...args: string[]) => actions.get(...args);

  /** Every version of what the golden path wrote. */
  const versions = async (namespace: string) => {
    const list = await get('deployments,services', `--namespace=${namespace}`);
    const self = await get('namespace', namespace);
    return [self, ...list.items].map(({ kind, metadata }) => ({
      kind,
      name: metadata.name,
      generation: metadata.generation,
      managedFields: metadata.managedFields.filter(
        (entry: JsonObject) => entry.manager === 'label-contract',
      ),
    }));
  };

  it('makes a namespace, an api and a worker that get ready, and changes nothing the second time', async () => {
    const first = {
      namespace: await createNamespace({
        ...order,
        service: 'order-tracker',
        lifecycle: 'production',
        description: 'Real-time order tracking service',
      }),
      api: await deploy(api),
      worker: await deploy({ ...api, component: 'worker' }),
    };

    expect(first.namespace).toEqual({
      log: [
        'Created namespace order-tracker (team inventory-team, lifecycle production)',
      ],
      outputs: {
        cluster: 'workshop',
        namespace: 'order-tracker',
        created: true,
        summary: 'created for inventory-team',
        rows: '| Namespace | `order-tracker` | created, for inventory-team |',
        diff: '',
      },
    });
    expect(first.api.error).toBeUndefined();
    expect(first.api.log.slice(0, 3)).toEqual([
      'component:default/order-tracker claims workloads with backstage.io/kubernetes-id=order-tracker',
      'Created Deployment order-tracker-api with backstage.io/kubernetes-id=order-tracker on object and pod template',
      'Created Service order-tracker-api, port 8080',
    ]);
    expect(first.api.log.at(-1)).toBe('order-tracker-api: 1 of 1 ready');
    expect(first.api.outputs).toMatchObject({
      cluster: 'workshop',
      deployment: 'order-tracker-api',
      serviceName: 'order-tracker-api',
      readyReplicas: 1,
      summary: 'created, 1 of 1 pod ready',
      serviceSummary: 'created, port 8080',
    });
    expect(first.worker.outputs).not.toHaveProperty('serviceName');

    const pods = await get(
      'pods',
      '--all-namespaces',
      '--selector=backstage.io/kubernetes-id=order-tracker',
    );
    expect(pods.items).toHaveLength(2);
    const services = await get(
      'services',
      '--all-namespaces',
      '--selector=backstage.io/kubernetes-id=order-tracker',
    );
    expect(services.items).toHaveLength(1);
    const namespace = await get('namespace', 'order-tracker');
    expect(namespace.metadata.labels).toMatchObject({
      'portal-operations.io/team': 'inventory-team',
      'portal-operations.io/service': 'order-tracker',
      'portal-operations.io/lifecycle': 'production',
      'app.kubernetes.io/managed-by': 'portal-operations',
      'pod-security.kubernetes.io/enforce': 'restricted',
    });

    const before = await versions('order-tracker');
    const resourceVersion = namespace.metadata.resourceVersion;
    const second = {
      namespace: await createNamespace({
        ...order,
        service: 'order-tracker',
        lifecycle: 'production',
        description: 'Real-time order tracking service',
      }),
      api: await deploy(api),
      worker: await deploy({ ...api, component: 'worker' }),
    };

    expect(second.namespace.log).toEqual([
      "Namespace order-tracker on workshop is inventory-team's already; nothing to change",
    ]);
    expect(second.namespace.outputs.created).toBe(false);
    expect(second.api.log).toContain(
      'Deployment order-tracker-api is there already; nothing to change',
    );
    expect(second.worker.outputs.summary).toBe('unchanged, 1 of 1 pod ready');
    expect(await versions('order-tracker')).toEqual(before);
    expect(
      (await get('namespace', 'order-tracker')).metadata.resourceVersion,
    ).toBe(resourceVersion);
  });

  it('writes nothing at all to a Deployment that is as it should be', async () => {
    await createNamespace({ ...order, namespace: 'still' });
    await deploy({ ...api, namespace: 'still' });
    const before = await get('deployment', 'order-tracker-api', '-n', 'still');

    const again = await deploy({ ...api, namespace: 'still' });

    expect(again.error).toBeUndefined();
    const after = await get('deployment', 'order-tracker-api', '-n', 'still');
    expect(after.metadata.resourceVersion).toBe(
      before.metadata.resourceVersion,
    );
  });

  it('changes what the input changes, and says what', async () => {
    await createNamespace({
      ...order,
      namespace: 'moving',
      lifecycle: 'development',
    });

    const again = await createNamespace({
      ...order,
      namespace: 'moving',
      lifecycle: 'production',
    });

    expect(again.log).toEqual([
      "Namespace moving on workshop is inventory-team's already; changed metadata.labels.portal-operations.io/lifecycle",
    ]);
  });

  it('keeps the number of pods that somebody has set, and the first number too', async () => {
    await createNamespace({ ...order, namespace: 'scaled' });
    const first = await deploy({ ...api, namespace: 'scaled', replicas: 2 });
    expect(first.outputs.readyReplicas).toBe(2);

    await deploy({ ...api, namespace: 'scaled' });
    expect(await replicas()).toBe(2);

    await kubectl(
      'scale',
      'deployment/order-tracker-api',
      '--namespace=scaled',
      '--replicas=3',
    );
    const again = await deploy({ ...api, namespace: 'scaled', replicas: 2 });

    expect(again.outputs.readyReplicas).toBe(3);
    expect(again.log).toContain(
      'order-tracker-api has 3 replicas; kept, as somebody may have scaled it (asked for: 2)',
    );
    expect(await replicas()).toBe(3);

    async function replicas() {
      const found = await get('deploy', 'order-tracker-api', '-n', 'scaled');
      return found.spec.replicas;
    }
  });

  it('puts the contract label back where somebody has changed it', async () => {
    await createNamespace({ ...order, namespace: 'patched' });
    await deploy({ ...api, namespace: 'patched' });
    await kubectl(
      'patch',
      'deployment/order-tracker-api',
      '--namespace=patched',
      '--type=json',
      '--patch=[{"op":"replace","path":"/spec/template/metadata/labels/backstage.io~1kubernetes-id","value":"orders"}]',
    );

    const again = await deploy({ ...api, namespace: 'patched' });

    expect(again.log).toContain(
      'Changed Deployment order-tracker-api: spec.template.metadata.labels.backstage.io/kubernetes-id',
    );
    const found = await get('deploy', 'order-tracker-api', '-n', 'patched');
    expect(
      found.spec.template.metadata.labels['backstage.io/kubernetes-id'],
    ).toBe('order-tracker');
  });

  it('reports any other field that somebody else holds, and leaves it', async () => {
    await createNamespace({ ...order, namespace: 'held' });
    await deploy({ ...api, namespace: 'held' });
    await kubectl(
      'set',
      'image',
      'deployment/order-tracker-api',
      '--namespace=held',
      'api=registry.example.com/hotfix:1',
    );

    const again = await deploy({ ...api, namespace: 'held' });

    expect(again.error?.name).toBe('ConflictError');
    expect(again.error?.message).toContain(
      '.spec.template.spec.containers[name="api"].image by kubectl-set',
    );
    const found = await get('deploy', 'order-tracker-api', '-n', 'held');
    expect(found.spec.template.spec.containers[0].image).toBe(
      'registry.example.com/hotfix:1',
    );
  });

  it('takes the value of the label from the claim of the entity', async () => {
    await createNamespace({ ...order, namespace: 'parcels' });

    const run = await deploy({
      ...order,
      namespace: 'parcels',
      component: 'worker',
      service: 'component:default/parcels',
    });

    expect(run.error).toBeUndefined();
    const found = await get('deploy', 'parcels-worker', '-n', 'parcels');
    expect(found.metadata.labels['backstage.io/kubernetes-id']).toBe(
      'parcel-platform',
    );
    expect(found.spec.selector.matchLabels).toEqual({
      'app.kubernetes.io/name': 'parcels-worker',
    });
  });

  it('refuses a namespace of another team, by name, and leaves it as it is', async () => {
    await createNamespace({
      namespace: 'payments-team',
      team: 'payments-team',
    });
    const before = await get('namespace', 'payments-team');

    const namespace = await createNamespace({
      ...order,
      namespace: 'payments-team',
    });
    const workload = await deploy({ ...api, namespace: 'payments-team' });

    for (const { error, log } of [namespace, workload]) {
      expect(error?.name).toBe('ConflictError');
      expect(error?.message).toBe(
        "namespace: 'payments-team' on workshop belongs to payments-team, not to inventory-team. " +
          'Choose another name, or ask payments-team to hand it over: ' +
          '`kubectl label namespace payments-team portal-operations.io/team=inventory-team --overwrite`. ' +
          'Nothing was written by this step.',
      );
      expect(log.join()).not.toMatch(/Created|Changed/);
    }
    expect(await get('namespace', 'payments-team')).toEqual(before);
  });

  it('refuses what was not made here, and takes it once ops has labelled it', async () => {
    await kubectl('create', 'namespace', 'by-hand');

    const refused = await createNamespace({ ...order, namespace: 'by-hand' });
    expect(refused.error?.message).toMatch(
      /^namespace: 'by-hand' exists on workshop and was not made by this portal \(written by kubectl-create\)\. /,
    );
    const cure = /kubectl (label .*=inventory-team)/.exec(
      refused.error?.message ?? '',
    );
    await kubectl(...(cure?.[1] ?? '').split(' '));

    const adopted = await createNamespace({ ...order, namespace: 'by-hand' });
    expect(adopted.error).toBeUndefined();
    expect(adopted.outputs.created).toBe(false);
  });

  it('refuses a Deployment that another team, or another tool, has made', async () => {
    await createNamespace({ ...order, namespace: 'shared' });
    await kubectl(
      'create',
      'deployment',
      'order-tracker-api',
      '--image=registry.example.com/other:1',
      '--namespace=shared',
    );

    const run = await deploy({ ...api, namespace: 'shared' });

    expect(run.error?.message).toMatch(
      /^name: Deployment order-tracker-api in namespace shared exists on workshop and was not made by this portal \(written by kubectl-create/,
    );
    expect(run.error?.message).toContain('What exists now: namespace shared.');
  });

  it('lets one of two teams win that ask for the same name at the same moment', async () => {
    const runs = await Promise.all(
      ['inventory-team', 'payments-team', 'ops-team'].map(team =>
        createNamespace({ namespace: 'race', team }),
      ),
    );

    const winners = runs.filter(({ error }) => !error);
    expect(winners).toHaveLength(1);
    expect(winners[0].outputs.created).toBe(true);
    const { metadata } = await get('namespace', 'race');
    expect(winners[0].outputs.summary).toBe(
      `created for ${metadata.labels['portal-operations.io/team']}`,
    );
  });

  it('says that a namespace is being deleted', async () => {
    await createNamespace({ ...order, namespace: 'leaving' });
    await kubectl('create', 'configmap', 'anchor', '--namespace=leaving');
    await kubectl(
      'patch',
      'configmap/anchor',
      '--namespace=leaving',
      '--patch={"metadata":{"finalizers":["example.com/stay"]}}',
    );
    await kubectl('delete', 'namespace', 'leaving', '--wait=false');

    for (const run of [
      await createNamespace({ ...order, namespace: 'leaving' }),
      await deploy({ ...api, namespace: 'leaving' }),
    ]) {
      expect(run.error?.name).toBe('ConflictError');
      expect(run.error?.message).toBe(
        "namespace: 'leaving' is being deleted on workshop. " +
          'Wait until it is gone and start over, or choose another name. Nothing was written by this step.',
      );
    }

    await kubectl(
      'patch',
      'configmap/anchor',
      '--namespace=leaving',
      '--type=merge',
      '--patch={"metadata":{"finalizers":null}}',
    );
    await kubectl('wait', '--for=delete', 'namespace/leaving');
    const cured = await createNamespace({ ...order, namespace: 'leaving' });
    expect(cured.outputs.created).toBe(true);
  });

  it('says that a namespace does not exist', async () => {
    const run = await deploy({ ...api, namespace: 'nowhere' });

    expect(run.error?.name).toBe('NotFoundError');
    expect(run.error?.message).toMatch(
      /^namespace: 'nowhere' does not exist on workshop\. /,
    );
  });

  it('tells of a quota that lets no pod start, of what exists, and succeeds once it is raised', async () => {
    await createNamespace({ ...order, namespace: 'tight' });
    await kubectl(
      'create',
      'quota',
      'team-limits',
      '--hard=requests.cpu=20m',
      '--namespace=tight',
    );
    await quotaIsEnforced('tight', 'requests.cpu=20m');

    const refused = await deploy(
      { ...api, namespace: 'tight' },
      { access: await withoutTrying() },
    );

    expect(refused.log).toContain(
      'The pods of order-tracker-api could not be tried: the portal may not create pods on workshop',
    );
    expect(refused.error?.message).toMatch(
      /^Deployment order-tracker-api in namespace tight was accepted by workshop, but its pods were refused: .*exceeded quota: team-limits, requested: requests\.cpu=50m, used: requests\.cpu=0, limited: requests\.cpu=20m\. /,
    );
    expect(refused.error?.message).toContain(
      'What exists now: namespace tight, Deployment order-tracker-api (0 of 1 ready), Service order-tracker-api.',
    );

    await kubectl(
      'patch',
      'quota/team-limits',
      '--namespace=tight',
      '--patch={"spec":{"hard":{"requests.cpu":"1"}}}',
    );
    await quotaIsEnforced('tight', 'requests.cpu=1');
    const cured = await deploy({ ...api, namespace: 'tight' });

    expect(cured.error).toBeUndefined();
    expect(cured.outputs.readyReplicas).toBe(1);
  });

  it('tells of a quota on the objects themselves', async () => {
    await createNamespace({ ...order, namespace: 'full' });
    await kubectl(
      'create',
      'quota',
      'no-services',
      '--hard=services=0',
      '--namespace=full',
    );
    await quotaIsEnforced('full', 'services=0');

    const run = await deploy({ ...api, namespace: 'full' });

    expect(run.error?.name).toBe('NotAllowedError');
    expect(run.error?.message).toContain('exceeded quota: no-services');
    expect(run.error?.message).toContain(
      'What exists now: namespace full. To continue: ',
    );
    expect((await get('deployments', '--namespace=full')).items).toEqual([]);
  });

  it('says which pod is not ready in time, and why', async () => {
    await createNamespace({ ...order, namespace: 'huge' });

    const run = await deploy({
      ...api,
      namespace: 'huge',
      resources: { requests: { cpu: '9000' }, limits: { cpu: '9000' } },
      waitSeconds: 2,
    });

    expect(run.error?.message).toMatch(
      /^waitSeconds: Deployment order-tracker-api in namespace huge on workshop is not ready after 2 seconds: 0 of 1 ready, no node takes the pod: .*Insufficient cpu/,
    );
  });

  it('adds what the label contract finds, where the report knows', async () => {
    await createNamespace({ ...order, namespace: 'diagnosed' });
    const place = { cluster: 'workshop', namespace: 'diagnosed' };
    const findings = [
      {
        rule: 'pods-schedulable',
        severity: 'error',
        owner: 'ops',
        subject: { ...place, kind: 'Deployment', name: 'order-tracker-api' },
        message: { values: { words: '0/1 nodes are available' } },
        fixes: [],
      },
    ];

    const run = await deploy(
      {
        ...api,
        namespace: 'diagnosed',
        resources: { requests: { cpu: '9000' }, limits: { cpu: '9000' } },
        waitSeconds: 1,
      },
      { report: { findings } as unknown as EntityReport },
    );

    expect(run.error?.message).toContain(
      'Not so: Deployment order-tracker-api in namespace diagnosed on workshop, 0/1 nodes are available (pods-schedulable, for ops). Cure the reason',
    );
  });

  it('ends within a second of being cancelled, and says what exists', async () => {
    await createNamespace({ ...order, namespace: 'stopped' });
    const controller = new AbortController();
    let cancelledAt = 0;

    const run = await deploy(
      {
        ...api,
        namespace: 'stopped',
        resources: { requests: { cpu: '9000' }, limits: { cpu: '9000' } },
      },
      {
        signal: controller.signal,
        onLine(line) {
          if (line.startsWith('Waiting for')) {
            cancelledAt = performance.now();
            controller.abort();
          }
        },
      },
    );

    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect(run.error?.message).toBe(
      'The task was cancelled. What exists now: namespace stopped, Deployment order-tracker-api (0 of 1 ready), Service order-tracker-api. ' +
        'To continue: start over with the same values once the cause is gone; what exists is kept. ' +
        'To remove it: `kubectl delete deployment/order-tracker-api service/order-tracker-api -n stopped`.',
    );
  });

  it('says that the credentials were refused (401), without showing them', async () => {
    const access = portal.accessWith({ token: 'not-a-token-of-this-cluster' });

    for (const run of [
      await createNamespace({ ...order, namespace: 'x' }, { access }),
      await deploy({ ...api, namespace: 'x' }, { access }),
    ]) {
      expect(run.error?.name).toBe('AuthenticationError');
      expect(run.error?.message).toMatch(
        /^cluster: 'workshop' does not accept the portal's credentials \(401\)\. /,
      );
      expect(run.error?.message).not.toContain('not-a-token');
    }
  });

  it('says that a cluster is unknown, and which are known', async () => {
    const run = await createNamespace({ ...order, cluster: 'prod-2' });

    expect(run.error?.name).toBe('NotFoundError');
    expect(run.error?.message).toBe(
      "Cluster 'prod-2' is not configured; known clusters: workshop",
    );
  });

  it('says that a cluster does not answer', async () => {
    const access = portal.accessWith({ url: 'https://127.0.0.1:1' });

    const run = await createNamespace(order, { access });

    expect(run.error?.name).toBe('ServiceUnavailableError');
    expect(run.error?.message).toMatch(
      /^cluster: 'workshop' does not answer \(.*ECONNREFUSED.*\)\. /,
    );
  });

  it('runs every example of the documentation', async () => {
    await kubectl('delete', 'namespace', 'order-tracker', '--ignore-not-found');
    const ran: string[] = [];

    for (const { example } of [...namespaceExamples, ...workloadExamples]) {
      for (const step of parse(example).steps) {
        const run =
          step.action === 'label-contract:namespace:create'
            ? await createNamespace(step.input)
            : await deploy(step.input);
        expect(run.error).toBeUndefined();
        ran.push(step.action);
      }
    }

    expect(new Set(ran).size).toBe(2);
    expect(ran).toHaveLength(4);
  });

  /** An account that may do everything but try pods. */
  function withoutTrying() {
    return portal.accessOf('without-trying', [
      ...rulesOfFile('cluster-reader.yaml'),
      ...rulesOfFile('scaffolder.yaml').filter(
        ({ resources }) => !resources.includes('pods'),
      ),
    ]);
  }

  async function quotaIsEnforced(namespace: string, hard: string) {
    const [resource, amount] = hard.split('=');
    await kubectl(
      'wait',
      'quota',
      '--all',
      `--namespace=${namespace}`,
      `--for=jsonpath={.status.hard.${resource.replace('.', '\\.')}}=${amount}`,
    );
  }
});
