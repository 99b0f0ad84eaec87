import { until } from '@internal/control-plane';
import { Postgres, startPostgres } from '@internal/postgres';
import { deployWorkload } from '../apply/deployWorkload';
import type { ClusterClient } from '../cluster/ClusterClient';
import { connectToCluster } from '../cluster/connectToCluster';
import { parseWorkloadInput } from '../input/parseWorkloadInput';
import { MADE_BY_TASK } from '../manifests/ownershipLabels';
import { StepRecord } from '../refusal/StepRecord';
import { actionsOn } from '../__testUtils__/actionsOn';
import { clusterConfig } from '../__testUtils__/clusterConfig';
import { readTemplate } from '../__testUtils__/readTemplate';
import type { ScaffolderTasks } from '../__testUtils__/scaffolderTasks';
import {
  PortalCluster,
  startPortalCluster,
} from '../__testUtils__/startPortalCluster';
import {
  ScaffolderReplica,
  startScaffolderReplica,
} from '../__testUtils__/startScaffolderReplica';

// A scaffolder looks every ten seconds for tasks of others that have ended without a word.
jest.setTimeout(180_000);

const TEAM = 'group:default/inventory-team';

let portal: PortalCluster;
let postgres: Postgres;
const replicas: ScaffolderReplica[] = [];

beforeAll(async () => {
  [portal, postgres] = await Promise.all([
    startPortalCluster({ withOptions: true }),
    startPostgres(),
  ]);
}, 600_000);

afterAll(async () => {
  await Promise.all(replicas.map(replica => replica.kill()));
  await postgres?.stop();
  await portal?.controlPlane.stop();
}, 60_000);

const kubectl = (...args: string[]) => portal.controlPlane.kubectl(args);
const get = async (...args: string[]) =>
  JSON.parse(
    await kubectl('get', ...args, '--show-managed-fields', '--output=json'),
  );

async function startReplica(template: string): Promise<ScaffolderReplica> {
  const { host, port, user, password } = postgres;
  const replica = await startScaffolderReplica({
    clusters: [clusterConfig(portal)],
    template: readTemplate(template),
    entities: [],
    config: {
      backend: {
        database: { client: 'pg', connection: { host, port, user, password } },
      },
      scaffolder: {
        taskRecovery: { enabled: true, staleTimeout: { seconds: 3 } },
      },
    },
  });
  replicas.push(replica);
  return replica;
}

/** Starts a template on one replica, kills that one at a line of the log, and has another one end the task. */
async function runInTwo(options: {
  template: string;
  values: object;
  killedAt: string;
  /** What happens while nobody works on the task. */
  meanwhile: () => Promise<unknown>;
}) {
  const { template, values, killedAt, meanwhile } = options;
  const first = await startReplica(template);
  const started = await first.tasks.start(template, values);
  if (started.id === undefined) {
    throw new Error(started.errors);
  }
  const { id } = started;
  const before = await untilLine(first.tasks, id, killedAt);
  const second = await startReplica(template);
  await first.kill();
  await meanwhile();
  const ended = await second.tasks.end(id);
  await second.kill();
  return { before, ended };
}

function untilLine(tasks: ScaffolderTasks, id: string, line: string) {
  return until(
    () => tasks.look(id),
    ({ log }) => log.includes(line),
    { what: `the line ${line}`, timeoutSeconds: 60 },
  );
}

describe('a task whose scaffolder is killed in the middle', () => {
  it('deploys once and whole on another one, and tells what it made', async () => {
    // No pod finds a node, so the first step that deploys waits.
    const { items: nodes } = await get('nodes');
    const cordoned = nodes.map(({ metadata }: any) => metadata.name);
    await kubectl('cordon', ...cordoned);

    const { before, ended } = await runInTwo({
      template: 'deploy-new-service',
      values: {
        serviceName: 'order-tracker',
        teamName: TEAM,
        lifecycle: 'production',
        options: true,
        replicas: 2,
      },
      killedAt: 'Waiting for order-tracker-api',
      meanwhile: () => kubectl('uncordon', ...cordoned),
    });

    expect(before.status).toBe('processing');
    expect([ended.status, ended.log]).toEqual([
      'completed',
      expect.stringContaining('order-tracker-worker: 2 of 2 ready'),
    ]);
    const { items } = await get(
      'deployments,services',
      '--namespace=order-tracker',
    );
    expect(
      items.map(({ kind, metadata, spec }: any) => [
        `${kind}/${metadata.name}`,
        spec.replicas,
      ]),
    ).toEqual([
      ['Deployment/order-tracker-api', 2],
      ['Deployment/order-tracker-worker', 2],
      ['Service/order-tracker-api', undefined],
    ]);
    // The one that was made before and looked at again was not written again: one revision, and no more.
    const { items: replicaSets } = await get(
      'replicasets',
      '--namespace=order-tracker',
    );
    expect(replicaSets).toHaveLength(2);
    const content = JSON.stringify(ended.output);
    for (const row of [
      '| Namespace | `order-tracker` | created, for inventory-team |',
      '| Deployment | `order-tracker-api` | created, 2 of 2 pods ready |',
      '| Service | `order-tracker-api` | created, port 8080 |',
      '| Deployment | `order-tracker-worker` | created, 2 of 2 pods ready |',
    ]) {
      expect(content).toContain(row);
    }
  });

  it('removes the rest on another one, and tells what was removed before', async () => {
    const hold = (finalizers: string) =>
      kubectl(
        'patch',
        'deployment/order-tracker-api',
        '--namespace=order-tracker',
        '--type=merge',
        `--patch={"metadata":{"finalizers":${finalizers}}}`,
      );
    await hold('["example.com/held"]');

    const { before, ended } = await runInTwo({
      template: 'decommission-service',
      values: {
        serviceName: 'order-tracker',
        teamName: TEAM,
        removeNamespace: true,
        planOnly: false,
        confirm: 'order-tracker',
      },
      killedAt: 'Waiting until gone: Deployment order-tracker-api',
      meanwhile: () => hold('null'),
    });

    expect(before.log).toContain('Deleted Service order-tracker-api');
    expect([ended.status, ended.log]).toEqual([
      'completed',
      expect.stringContaining('Namespace order-tracker is gone'),
    ]);
    const content = JSON.stringify(ended.output);
    for (const object of [
      'Service | `order-tracker-api`',
      'Deployment | `order-tracker-api`',
      'Deployment | `order-tracker-worker`',
      'Namespace | `order-tracker`',
    ]) {
      expect(content).toContain(`| ${object} | deleted |`);
    }
    const { items } = await get('namespaces');
    expect(items.map(({ metadata }: any) => metadata.name)).not.toContain(
      'order-tracker',
    );
  });
});

describe('a step that is killed before it set the number of pods', () => {
  const of = {
    service: 'billing',
    team: 'inventory-team',
    namespace: 'billing',
  };
  const taskId = 'task-of-billing';

  async function deploy(changes: Partial<ClusterClient> = {}) {
    const endpoint = await portal.access.endpointOf('workshop');
    const client = await connectToCluster({ endpoint });
    try {
      const { objects } = await deployWorkload(
        {
          client: { ...client, ...changes },
          record: new StepRecord(),
          dryRun: false,
          origin: { [MADE_BY_TASK]: taskId },
          log: () => {},
        },
        parseWorkloadInput({
          ...of,
          component: 'worker',
          replicas: 3,
          waitSeconds: 0,
        }),
      );
      return objects[0].outcome;
    } finally {
      client.close();
    }
  }

  const numberOfPods = async () => {
    const { spec } = await get('deployment', 'billing-worker', '-n', 'billing');
    return spec.replicas;
  };

  it('sets it when it is taken up again, and not again once somebody has scaled', async () => {
    const { error } = await actionsOn(portal).createNamespace(of, { taskId });
    expect(error).toBeUndefined();
    const killed = async () => {
      throw new Error('killed');
    };
    await expect(deploy({ patchDeployment: killed })).rejects.toThrow('killed');
    expect(await numberOfPods()).toBe(1);

    expect(await deploy()).toBe('created');
    expect(await numberOfPods()).toBe(3);

    await kubectl(
      'scale',
      'deployment/billing-worker',
      '-n=billing',
      '--replicas=5',
    );
    expect(await deploy()).toBe('created');
    expect(await numberOfPods()).toBe(5);
  });
});
