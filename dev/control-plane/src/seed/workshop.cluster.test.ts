import type { ControlPlane } from '../Cluster';
import { waitUntil } from '../processes/waitUntil';
import { startControlPlane } from '../startControlPlane';
import { seedWorkshop } from './seedWorkshop';

jest.setTimeout(120_000);

const contractLabel = 'backstage.io/kubernetes-id';
const portal = 'system:serviceaccount:backstage:rhdh-kubernetes-plugin';
const idsOf = '.metadata.labels.backstage\\.io/kubernetes-id';

describe('the workshop', () => {
  let controlPlane: ControlPlane;
  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
  });
  afterAll(() => controlPlane?.stop());

  const kubectl = (command: string) => controlPlane.kubectl(command.split(' '));

  const mayPortal = async (command: string) => {
    const answer = await controlPlane
      .kubectl(['auth', 'can-i', ...command.split(' '), '--as', portal, '-A'])
      // "no" comes with exit code 1.
      .catch((error: Error) => error.message);
    return answer.trim() === 'yes';
  };

  /** The lines `app contract-label` of the pods in a namespace, without their random suffix. */
  const podsIn = async (namespace: string) => {
    const lines = await controlPlane.kubectl([
      'get',
      'pods',
      `--namespace=${namespace}`,
      '--no-headers',
      `--output=custom-columns=APP:.metadata.labels.app,ID:${idsOf}`,
    ]);
    return lines
      .trim()
      .split('\n')
      .map(line => line.replace(/\s+/g, ' ').trim())
      .sort();
  };

  it('has five weather pods with the contract label, and weather-db without', async () => {
    expect(await podsIn('ops-track-demo')).toEqual([
      'weather-alerts weather-app',
      'weather-api weather-app',
      'weather-cache weather-app',
      'weather-collector weather-app',
      'weather-db <none>',
      'weather-frontend weather-app',
    ]);
  });

  it('has three payments pods, and those of the other services', async () => {
    expect(await podsIn('payments-team')).toEqual([
      'payments-api payments-platform',
      'payments-gateway payments-platform',
      'payments-processor payments-platform',
    ]);
    expect(await podsIn('central-alerts')).toEqual([
      'central-alerts central-alerts',
    ]);
    expect(await podsIn('oadp-app')).toEqual(['oadp-app oadp-app']);
  });

  it('labels every Deployment like its pods', async () => {
    const deployments = await controlPlane.kubectl([
      'get',
      'deployments',
      '--all-namespaces',
      '--no-headers',
      `--output=custom-columns=OBJECT:${idsOf},TEMPLATE:.spec.template${idsOf}`,
    ]);
    const rows = deployments.trim().split('\n');
    expect(rows).toHaveLength(15);
    for (const row of rows) {
      const [object, template] = row.trim().split(/\s+/);
      expect(template).toBe(object);
    }
  });

  it('has a migrator that crash-loops as a kubelet reports it', async () => {
    const list = JSON.parse(
      await kubectl(
        'get pods -n inventory-team -l app=inventory-db-migrator -o json',
      ),
    );
    expect(list.items).toHaveLength(1);
    const [{ metadata, status }] = list.items;
    expect(metadata.labels[contractLabel]).toBe('inventory-system');
    expect(status.phase).toBe('Running');
    expect(status.conditions).toContainEqual(
      expect.objectContaining({
        type: 'Ready',
        status: 'False',
        reason: 'ContainersNotReady',
      }),
    );
    const [container] = status.containerStatuses;
    expect(container).toMatchObject({
      name: 'inventory-db-migrator',
      ready: false,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    });
    expect(container.restartCount).toBeGreaterThan(0);
    const { startedAt, finishedAt, message } = container.lastState.terminated;
    expect(Date.parse(finishedAt)).not.toBeNaN();
    expect(Date.parse(startedAt)).toBeLessThanOrEqual(Date.parse(finishedAt));
    expect(message).toBeUndefined();
  });

  it('answers logs with the line of the ticket, for now and for the time before the crash', async () => {
    const line =
      'FATAL: Cannot connect to database at postgres.inventory-team:5432 - connection refused\n';
    const command = 'logs deployment/inventory-db-migrator -n inventory-team';
    expect(await kubectl(command)).toBe(line);
    expect(await kubectl(`${command} --previous --tail=1`)).toBe(line);
    expect(
      await kubectl('logs deployment/inventory-api -n inventory-team'),
    ).toContain('Listening on port 8080');
  });

  it('lets the portal read what the tab asks for, and no Secret', async () => {
    const token = await controlPlane.createToken({
      namespace: 'backstage',
      serviceAccount: 'rhdh-kubernetes-plugin',
    });
    const asPortal = (command: string) =>
      kubectl(
        // The administrator's kubeconfig names a token of its own; this one wins.
        `--token=${token} ${command}`,
      );
    expect(
      await asPortal(`get pods -A -l ${contractLabel}=weather-app -o name`),
    ).toMatch(/^(pod\/weather-\S+\n){5}$/);
    await expect(asPortal('get secrets -A')).rejects.toThrow(
      /rhdh-kubernetes-plugin.* cannot list resource "secrets"/,
    );
  });

  it.each([
    'pods',
    'services',
    'configmaps',
    'limitranges',
    'resourcequotas',
    'deployments.apps',
    'replicasets.apps',
    'statefulsets.apps',
    'daemonsets.apps',
    'horizontalpodautoscalers.autoscaling',
    'jobs.batch',
    'cronjobs.batch',
    'ingresses.networking.k8s.io',
    'namespaces',
    'nodes',
    'replicationcontrollers',
    'controllerrevisions.apps',
    'endpointslices.discovery.k8s.io',
  ])('lets the portal list and watch %s, and not delete them', async kind => {
    expect(await mayPortal(`list ${kind}`)).toBe(true);
    expect(await mayPortal(`watch ${kind}`)).toBe(true);
    expect(await mayPortal(`delete ${kind}`)).toBe(false);
  });

  it.each([
    ['create namespaces', true],
    ['patch deployments.apps', true],
    ['create services', true],
    ['get pods --subresource=log', true],
    ['update deployments.apps', false],
    ['patch pods', false],
    // The dry run of a pod, and nothing more: `pods/exec` here would be a pod of the name exec.
    ['create pods', true],
    ['create pods --subresource=exec', false],
    ['list events', true],
    ['patch nodes', false],
    ['get secrets', false],
    ['list secrets', false],
    ['create rolebindings.rbac.authorization.k8s.io', false],
    ['create serviceaccounts --subresource=token', false],
  ])('answers "may the portal %s?" with %s', async (command, answer) => {
    expect(await mayPortal(command)).toBe(answer);
  });

  it('lets the portal make what the template makes, by server-side apply, also a second time', async () => {
    const token = await controlPlane.createToken({
      namespace: 'backstage',
      serviceAccount: 'rhdh-kubernetes-plugin',
    });
    const labels = { app: 'till' };
    const metadata = { name: 'till', namespace: 'shop' };
    const container = { name: 'till', image: 'quay.io/shop/till:1' };
    const objects = [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata,
        spec: { selector: labels, ports: [{ port: 80 }] },
      },
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata,
        spec: {
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: { containers: [container] },
          },
        },
      },
    ];
    for (const object of [...objects, ...objects]) {
      await controlPlane.kubectl(
        [`--token=${token}`, 'apply', '--server-side', '--filename=-'],
        { input: JSON.stringify(object) },
      );
    }
    expect(
      await kubectl(
        'wait deployment/till -n shop --for=condition=Available --timeout=30s',
      ),
    ).toContain('condition met');
  });

  it('completes a Job', async () => {
    await kubectl('create job count --image=quay.io/shop/count:1');
    await kubectl('wait job/count --for=condition=Complete --timeout=30s');
    expect(
      await kubectl(
        'get pods -l job-name=count -o jsonpath={.items[*].status.phase}',
      ),
    ).toBe('Succeeded');
  });

  it('holds back a pod that asks for it, and deletes it at once', async () => {
    await kubectl(
      'run late --image=quay.io/shop/late:1 --annotations=portal-operations.io/ready-after=1h',
    );
    await kubectl('run early --image=quay.io/shop/early:1');
    await kubectl('wait pod/early --for=condition=Ready --timeout=30s');
    expect(
      await kubectl(
        'get pod late -o jsonpath={.status.containerStatuses[0].state.waiting.reason}',
      ),
    ).toBe('ContainerCreating');
    await kubectl('delete pod early late --timeout=30s');
  });

  it('shows Ticket 1 exactly: pod and template change, the object and the old ReplicaSet keep the label', async () => {
    await controlPlane.kubectl([
      'patch',
      'deployment',
      'payments-gateway',
      '--namespace=payments-team',
      '--type=json',
      '--patch',
      '[{"op":"replace","path":"/spec/template/metadata/labels/backstage.io~1kubernetes-id","value":"payments-gateway"}]',
    ]);
    await waitUntil(
      async () => {
        const pods = await podsIn('payments-team');
        return pods.join() ===
          'payments-api payments-platform,payments-gateway payments-gateway,payments-processor payments-platform'
          ? { done: true, value: undefined }
          : { done: false, why: pods.join() };
      },
      { what: 'the pod with the wrong label', timeoutSeconds: 30 },
    );
    expect(
      await kubectl(
        `get deployment payments-gateway -n payments-team -o jsonpath={${idsOf}}`,
      ),
    ).toBe('payments-platform');
    const revisions = await controlPlane.kubectl([
      'get',
      'replicasets',
      '--namespace=payments-team',
      '--selector=app=payments-gateway',
      '--no-headers',
      `--output=custom-columns=ID:${idsOf},WANTED:.spec.replicas`,
    ]);
    expect(
      revisions
        .trim()
        .split('\n')
        .map(row => row.replace(/\s+/g, ' ').trim())
        .sort(),
    ).toEqual(['payments-gateway 1', 'payments-platform 0']);
  });

  it('is put back by seeding again, whatever a ticket did to it', async () => {
    await kubectl(
      'scale deployment payments-api -n payments-team --replicas=0',
    );
    await kubectl('delete deployment inventory-db-migrator -n inventory-team');
    await seedWorkshop(controlPlane);
    expect(await podsIn('payments-team')).toEqual([
      'payments-api payments-platform',
      'payments-gateway payments-platform',
      'payments-processor payments-platform',
    ]);
    expect(await podsIn('inventory-team')).toContain(
      'inventory-db-migrator inventory-system',
    );
  });
});
