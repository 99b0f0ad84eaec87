import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { until } from '@internal/control-plane';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import request from 'supertest';
import labelContractPlugin from '..';
import { authOnBehalf } from '../__testUtils__/authOnBehalf';
import { problemsOfAnswer } from '../http/__testUtils__/problemsOfAnswer';
import { catalogEntityReadPermission } from '../reports/catalogPermissions';

import { aSilentCluster } from './aSilentCluster';

const api = '/api/label-contract';
const START_LIMIT_MS = 180_000;

function aService(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        [KUBERNETES_ID]: name,
        'backstage.io/managed-by-location': 'url:http://catalog.test',
        'backstage.io/managed-by-origin-location': 'url:http://catalog.test',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}

function aDeployment(name: string, value: string): object {
  const metadata = { labels: { [KUBERNETES_ID]: value } };
  return {
    metadata: { name, namespace: 'shop', uid: `uid-${name}`, ...metadata },
    spec: { replicas: 0, selector: {}, template: { metadata, spec: {} } },
    status: {},
  };
}

const entities = [
  aService('billing', 'group:default/red'),
  aService('search', 'group:default/blue'),
];

/** Says by the name of a user what the user may do. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1] ?? '';
    if (name === `without-${permission.name.replaceAll('.', '-')}`) {
      return { result: AuthorizeResult.DENY };
    }
    if (
      name === 'red' &&
      isPermission(permission, catalogEntityReadPermission) &&
      isResourcePermission(permission, 'catalog-entity')
    ) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims: ['group:default/red'] }),
      );
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

describe('with the permission framework, and a catalog', () => {
  let backend: TestBackend;
  let cluster: Awaited<ReturnType<typeof aSilentCluster>>;
  /** Whether the policy answers. */
  let isDown = false;

  const entity = (name: string) =>
    `/reports/entities/component/default/${name}`;

  const get = (path: string, name: string) =>
    request(backend.server)
      .get(`${api}${path}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${name}`),
      );

  beforeAll(async () => {
    cluster = await aSilentCluster({
      '/apis/apps/v1/deployments': [
        aDeployment('billing-api', 'billing'),
        aDeployment('search-api', 'search'),
        aDeployment('searhc-worker', 'searhc'),
      ],
    });
    backend = await startTestBackend({
      features: [
        labelContractPlugin,
        catalogPlugin,
        permissionPlugin,
        ...authOnBehalf,
        permissionsServiceFactory,
        // The mock waits at the start for every task to end, and the lease of the history lasts.
        schedulerServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            kubernetes: {
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: 'prod',
                      url: cluster.url,
                      authProvider: 'serviceAccount',
                      serviceAccountToken: 'token-of-the-test',
                    },
                  ],
                },
              ],
            },
          },
        }),
        createBackendModule({
          pluginId: 'permission',
          moduleId: 'policy-of-the-test',
          register(env) {
            env.registerInit({
              deps: { policies: policyExtensionPoint },
              async init({ policies }) {
                policies.setPolicy({
                  async handle(query, user) {
                    if (isDown) {
                      throw new Error('The policy is out of order');
                    }
                    return policy.handle(query, user);
                  },
                });
              },
            });
          },
        }),
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'entities-of-the-test',
          register(env) {
            env.registerInit({
              deps: { processing: catalogProcessingExtensionPoint },
              async init({ processing }) {
                processing.addEntityProvider({
                  getProviderName: () => 'entities-of-the-test',
                  connect: connection =>
                    connection.applyMutation({
                      type: 'full',
                      entities: entities.map(each => ({
                        entity: each,
                        locationKey: 'test',
                      })),
                    }),
                });
              },
            });
          },
        }),
      ],
    });
    await until(
      () => get(entity('search'), 'admin'),
      ({ status }) => status === 200,
    );
    // The plugin may have read the catalog before it had anything, and reads it again after a minute.
    await until(
      () => get('/reports/fleet', 'admin'),
      ({ body }) =>
        body.totalItems === 2 &&
        body.totals.contract.unknown === 0 &&
        body.totals.contract['not-applicable'] === 0,
      { timeoutSeconds: 120 },
    );
  }, START_LIMIT_MS);

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });
  afterEach(() => {
    isDown = false;
  });

  const refsOf = (body: { items: { entityRef: string }[] }) =>
    body.items.map(({ entityRef }) => entityRef).sort();

  it('answers everything to who may read everything, as it is described', async () => {
    for (const [schema, path] of [
      ['EntityReport', entity('billing')],
      ['EntityHistory', `${entity('billing')}/history`],
      ['FleetReport', '/reports/fleet'],
      ['UnclaimedReport', '/workloads/unclaimed'],
      ['ClustersReport', '/clusters'],
    ] as const) {
      const { status, body } = await get(path, 'admin');
      expect(status).toBe(200);
      expect(problemsOfAnswer(schema, body)).toEqual([]);
    }
  });

  it.each([
    ['label-contract.report.read', entity('billing')],
    ['label-contract.report.read', `${entity('billing')}/history`],
    ['label-contract.report.read', '/reports/fleet'],
    ['label-contract.report.read', '/clusters'],
    ['label-contract.workload.read', '/workloads/unclaimed'],
    ['kubernetes.resources.read', entity('billing')],
    ['kubernetes.resources.read', `${entity('billing')}/history`],
    ['kubernetes.resources.read', '/reports/fleet'],
    ['kubernetes.resources.read', '/workloads/unclaimed'],
    ['kubernetes.resources.read', '/clusters'],
    ['catalog.entity.read', '/reports/fleet'],
  ])('denies without %s: %s', async (permission, path) => {
    const name = `without-${permission.replaceAll('.', '-')}`;
    for (const accept of ['application/json', 'text/csv']) {
      const response = await get(path, name).set('Accept', accept);
      expect(response.status).toBe(403);
      expect(response.body.error).toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining(permission),
      });
      expect(response.text).not.toContain('billing-api');
    }
  });

  it.each(['label-contract.workload.read', 'label-contract.log.read'])(
    'asks for nothing of an entity but what it needs: %s is not',
    async permission => {
      const name = `without-${permission.replaceAll('.', '-')}`;
      expect((await get(entity('billing'), name)).status).toBe(200);
    },
  );

  it.each(['', '/history'])(
    'says of an entity that may not be seen what it says of one that is not there%s',
    async end => {
      for (const [path, name] of [
        [entity('billing'), 'without-catalog-entity-read'],
        [entity('search'), 'red'],
        [entity('no-such'), 'red'],
        [entity('no-such'), 'admin'],
      ]) {
        const response = await get(`${path}${end}`, name);
        expect(response.status).toBe(404);
        expect(response.body.error.message).toMatch(
          /^Entity 'component:default\/[a-z-]+' is not in the catalog, or you may not see it$/,
        );
      }
      expect((await get(`${entity('billing')}${end}`, 'red')).status).toBe(200);
    },
  );

  it('shows of the fleet, its numbers and its table what may be seen', async () => {
    const all = await get('/reports/fleet', 'admin');
    expect(refsOf(all.body)).toEqual([
      'component:default/billing',
      'component:default/search',
    ]);

    const { body } = await get('/reports/fleet', 'red');
    expect(refsOf(body)).toEqual(['component:default/billing']);
    expect(body).toMatchObject({
      totalItems: 1,
      unfilteredItems: 1,
      facets: { owner: ['group:default/red'] },
    });
    const counted: number[] = Object.values(body.totals.contract);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(JSON.stringify(body)).not.toMatch(/search|blue/);

    const table = await get('/reports/fleet', 'red').set('Accept', 'text/csv');
    expect(table.text).toContain('component:default/billing');
    expect(table.text).not.toMatch(/search|blue/);
  });

  it('names with what nobody claims only entities that may be seen', async () => {
    const likeliest = async (name: string) => {
      const { status, body } = await get('/workloads/unclaimed', name);
      expect(status).toBe(200);
      expect(body.items).toMatchObject([{ value: 'searhc' }]);
      return refsOf({ items: body.items[0].likeliest });
    };
    expect(await likeliest('admin')).toEqual(['component:default/search']);
    expect(await likeliest('without-label-contract-report-read')).toEqual([
      'component:default/search',
    ]);
    expect(await likeliest('red')).toEqual([]);
    expect(await likeliest('without-catalog-entity-read')).toEqual([]);
    const table = await get('/workloads/unclaimed', 'red').set(
      'Accept',
      'text/csv',
    );
    expect(table.text).toContain('searhc');
    expect(table.text).not.toContain('component:default/search');
  });

  it('counts on a cluster the services that may be seen', async () => {
    const services = async (name: string) => {
      const { body } = await get('/clusters', name);
      expect(body.items).toMatchObject([{ name: 'prod', workloads: 3 }]);
      return body.items[0].services;
    };
    expect(await services('admin')).toBe(2);
    expect(await services('red')).toBe(1);
    expect(await services('without-catalog-entity-read')).toBeUndefined();
  });

  it('keeps for nobody what another may see', async () => {
    const admin = await get('/reports/fleet', 'admin');
    const red = await get('/reports/fleet', 'red').set(
      'If-None-Match',
      admin.headers.etag,
    );
    expect(red.status).toBe(200);
    expect(red.headers.vary).toContain('Authorization');
    expect(refsOf(red.body)).toEqual(['component:default/billing']);
  });

  it('answers to services, which are no matter of the policy', async () => {
    const response = await request(backend.server)
      .get(`${api}/reports/fleet`)
      .set('Authorization', mockCredentials.service.header());
    expect(response.status).toBe(200);
    expect(response.body.totalItems).toBe(2);
  });

  it.each([
    entity('billing'),
    `${entity('billing')}/history`,
    '/reports/fleet',
    '/workloads/unclaimed',
    '/clusters',
  ])('tells nothing where nobody decides: %s', async path => {
    isDown = true;
    const response = await get(path, 'admin').set('If-None-Match', '*');
    expect(response.status).toBe(503);
    expect(response.text).not.toContain('billing-api');
    expect(response.body.error.message).toContain(
      'the permission backend does not answer',
    );
  });
});
