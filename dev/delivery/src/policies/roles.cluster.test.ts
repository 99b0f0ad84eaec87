import {
  seedWorkshop,
  startControlPlane,
  until,
  type ControlPlane,
} from '@internal/control-plane';
import { signInByOidc, startSignInPortal, type Portal } from '@internal/portal';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { listAt, textAt, valueAt } from '../check/valueAt';
import {
  clientOfToken,
  signInAsGuest,
  type PortalClient,
} from '../host/PortalClient';

const rootFolder = path.resolve(__dirname, '../../../..');

const people = [
  'payments-developer',
  'inventory-developer',
  'operator',
  'platform-engineer',
  'visitor',
] as const;

const report = (name: string) =>
  `/api/label-contract/reports/entities/component/default/${name}`;
const fleet = '/api/label-contract/reports/fleet';
const unclaimed = '/api/label-contract/workloads/unclaimed';

const allComponents = [
  'central-alerts',
  'inventory-system',
  'oadp-app',
  'order-tracker',
  'payments-platform',
  'weather-app',
].map(name => `component:default/${name}`);

// A control plane and a portal, on a machine that has other things to do.
jest.setTimeout(300_000);

describe("Developer Hub's RBAC plugin with install/policies, for people who signed in by OpenID Connect", () => {
  const stops: (() => Promise<void>)[] = [];
  const clients = new Map<string, PortalClient>();
  let cluster: ControlPlane;
  let portal: Portal;

  const as = (person: (typeof people)[number]): PortalClient => {
    const client = clients.get(person);
    if (!client) {
      throw new Error(`${person} has not signed in`);
    }
    return client;
  };

  const refsOf = (body: unknown) =>
    listAt(body, 'items')
      .map(item => textAt(item, 'entityRef') ?? '')
      .sort();

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'portal-roles-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    cluster = await startControlPlane();
    stops.push(() => cluster.stop());
    await seedWorkshop(cluster);
    portal = await startSignInPortal({
      cluster,
      logFile: path.join(folder, 'backend.log'),
    });
    stops.push(() => portal.stop());
    for (const user of people) {
      clients.set(user, await signIn(portal, user));
    }
    // The fleet is looked through once the catalog has been read.
    await until(
      () => as('operator').get(fleet),
      ({ body }) => refsOf(body).length === allComponents.length,
      { what: 'the fleet to be complete', timeoutSeconds: 120 },
    );
  });

  afterAll(async () => {
    for (const stop of stops.reverse()) {
      await stop();
    }
  });

  it.each([
    ['payments-developer', ['component:default/payments-platform']],
    [
      'inventory-developer',
      ['component:default/inventory-system', 'component:default/order-tracker'],
    ],
    ['operator', allComponents],
    ['platform-engineer', allComponents],
  ] as const)('shows in the fleet to %s: %j', async (person, refs) => {
    const { status, body } = await as(person).get(fleet);
    expect(status).toBe(200);
    expect(refsOf(body)).toEqual(refs);
  });

  it('tells a developer of the own entities, and of no other that it is there', async () => {
    const developer = as('payments-developer');
    expect(await developer.get(report('payments-platform'))).toMatchObject({
      status: 200,
      body: { entityRef: 'component:default/payments-platform' },
    });
    for (const name of ['inventory-system', 'no-such']) {
      expect(await developer.get(report(name))).toMatchObject({
        status: 404,
        body: {
          error: {
            message: `Entity 'component:default/${name}' is not in the catalog, or you may not see it`,
          },
        },
      });
    }
  });

  it('tells who cleans up, and no developer, of what nobody claims', async () => {
    expect((await as('operator').get(unclaimed)).status).toBe(200);
    expect((await as('platform-engineer').get(unclaimed)).status).toBe(200);
    expect(await as('payments-developer').get(unclaimed)).toMatchObject({
      status: 403,
      body: {
        error: {
          message:
            'Reading a label contract report needs the permission label-contract.workload.read; ask the administrators of the portal',
        },
      },
    });
  });

  it('tells who has no role what is missing', async () => {
    for (const route of [report('payments-platform'), fleet]) {
      expect(await as('visitor').get(route)).toMatchObject({
        status: 403,
        body: {
          error: {
            message:
              'Reading a label contract report needs the permission label-contract.report.read and kubernetes.resources.read; ask the administrators of the portal',
          },
        },
      });
    }
  });

  it('lets no guest in, though the portal did before', async () => {
    await expect(signInAsGuest(portal.url)).rejects.toThrow('status 404');
  });

  it('lets nobody use the proxy of the Kubernetes plugin', async () => {
    for (const person of people) {
      const answer = await as(person).get('/api/kubernetes/proxy/api/v1/pods');
      expect({ person, status: answer.status }).toEqual({
        person,
        status: 403,
      });
    }
  });

  it('offers the permissions of the label contract where policies are made', async () => {
    const { body } = await as('platform-engineer').get(
      '/api/permission/plugins/policies',
    );
    const offered = listAt(body).find(
      plugin => textAt(plugin, 'pluginId') === 'label-contract',
    );
    expect(
      listAt(offered, 'policies').map(policy => textAt(policy, 'name')),
    ).toEqual([
      'label-contract.report.read',
      'label-contract.workload.read',
      'label-contract.log.read',
    ]);
  });

  it('names in no line of a role what no plugin knows', async () => {
    const { body } = await as('platform-engineer').get(
      '/api/permission/plugins/policies',
    );
    const known = listAt(body).flatMap(plugin =>
      listAt(plugin, 'policies').map(
        policy => `${textAt(policy, 'name')}, ${textAt(policy, 'policy')}`,
      ),
    );
    const text = await readFile(
      path.join(rootFolder, 'install/policies/rbac-policy.csv'),
      'utf8',
    );
    const named = [...text.matchAll(/^p, [^,]+, (.+), allow$/gm)].map(
      ([, permission]) => permission,
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(permission => !known.includes(permission))).toEqual([]);
  });

  describe('the template Deploy a New Service', () => {
    const start = (
      person: (typeof people)[number],
      values: Record<string, string | boolean>,
    ) =>
      as(person).post('/api/scaffolder/v2/tasks', {
        templateRef: 'template:default/deploy-new-service',
        values: {
          serviceName: 'order-tracker',
          teamName: 'group:default/inventory-team',
          lifecycle: 'production',
          ...values,
        },
      });

    /** How a task ends, and all that its log says. */
    const run = async (
      person: (typeof people)[number],
      values: Record<string, string | boolean>,
    ) => {
      const created = await start(person, values);
      expect(created).toMatchObject({ status: 201 });
      const id = textAt(created.body, 'id');
      const task = await until(
        () => as(person).get(`/api/scaffolder/v2/tasks/${id}`),
        ({ body }) =>
          !['open', 'processing'].includes(textAt(body, 'status') ?? ''),
        { what: 'the task to end', timeoutSeconds: 120 },
      );
      const events = await as(person).get(
        `/api/scaffolder/v2/tasks/${id}/events`,
      );
      return {
        status: textAt(task.body, 'status'),
        log: listAt(events.body)
          .map(event => JSON.stringify(valueAt(event, 'body')))
          .join('\n'),
      };
    };

    const namespaces = () =>
      cluster.kubectl(['get', 'namespaces', '--output=name']);

    it.each(['payments-developer', 'operator', 'visitor'] as const)(
      'is not run for %s',
      async person => {
        const { status, body } = await start(person, {});
        expect(status).toBe(403);
        expect(textAt(body, 'error', 'name')).toBe('NotAllowedError');
      },
    );

    it.each([
      ['a namespace', { serviceName: 'payments-next' }],
      ['a team', { teamName: 'group:default/payments-team' }],
    ])(
      'stops at %s that is not among the allowed, before the cluster is asked',
      async (_, values) => {
        const before = await namespaces();
        const { status, log } = await run('inventory-developer', values);
        expect({ status, log }).toMatchObject({ status: 'failed' });
        expect(log).toContain(
          'Unauthorized action: label-contract:namespace:create',
        );
        expect(await namespaces()).toBe(before);
      },
    );

    it('deploys for a developer of the allowed team, where it may', async () => {
      const { status, log } = await run('inventory-developer', {});
      expect({ status, log }).toMatchObject({ status: 'completed' });
      expect(await namespaces()).toContain('namespace/order-tracker');
    });

    it('plans for the platform team whatever it likes', async () => {
      const { status, log } = await run('platform-engineer', {
        serviceName: 'payments-next',
        teamName: 'group:default/payments-team',
        planOnly: true,
      });
      expect({ status, log }).toMatchObject({ status: 'completed' });
    });
  });
});

/** Signs in, once the person has arrived in the catalog. */
async function signIn(portal: Portal, user: string): Promise<PortalClient> {
  const token = await until(
    () =>
      signInByOidc({ portalUrl: portal.url, user }).catch(
        ({ message }: Error) => ({ message }),
      ),
    answer => typeof answer === 'string',
    { what: `${user} to be in the catalog` },
  );
  return clientOfToken(portal.url, `${token}`);
}
