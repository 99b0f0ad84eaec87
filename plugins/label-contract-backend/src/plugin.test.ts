import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import request from 'supertest';
import labelContractPlugin from '.';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'weather-app',
    namespace: 'default',
    annotations: { [KUBERNETES_ID]: 'weather-app' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'ops-team' },
};

const report = '/api/label-contract/reports/entities/component/default';

/** Boots the plugin without any cluster; `denied` are the permissions that the caller lacks. */
async function start(
  options: { denied?: string[]; config?: object } = {},
): Promise<{
  backend: TestBackend;
  catalog: ReturnType<typeof catalogServiceMock.mock>;
}> {
  const { denied = [], config = {} } = options;
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async ref =>
      typeof ref === 'object' && ref.name === entity.metadata.name
        ? entity
        : undefined,
  });
  const resultOf = ({ name }: { name: string }): DefinitivePolicyDecision => ({
    result: denied.includes(name)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
  });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => resultOf(permission)),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => resultOf(permission)),
  });
  const backend = await startTestBackend({
    features: [
      labelContractPlugin,
      mockServices.rootConfig.factory({ data: { ...config } }),
      permissions.factory,
      catalog.factory,
    ],
  });
  return { backend, catalog };
}

describe('GET /reports/entities/:kind/:namespace/:name', () => {
  let started: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    started = await start();
  });
  afterAll(() => started.backend.stop());

  const get = (path: string) => request(started.backend.server).get(path);

  it('answers the report of an entity', async () => {
    const response = await get(`${report}/weather-app`);
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      entityRef: 'component:default/weather-app',
      claim: { id: 'weather-app' },
      contract: { verdict: 'not-applicable', reason: 'not-deployed' },
      clusters: [],
    });
  });

  it('takes kind and namespace in any case, as entity refs do', async () => {
    const response = await get(
      '/api/label-contract/reports/entities/Component/Default/weather-app',
    );
    expect(response.status).toBe(200);
  });

  it("reads the entity with the caller's own credentials", async () => {
    await get(`${report}/weather-app`).set(
      'Authorization',
      mockCredentials.user.header('user:default/guest'),
    );
    expect(started.catalog.getEntityByRef).toHaveBeenLastCalledWith(
      { kind: 'component', namespace: 'default', name: 'weather-app' },
      { credentials: mockCredentials.user('user:default/guest') },
    );
  });

  it('answers 404 for an entity that the caller does not see', async () => {
    const response = await get(`${report}/weather-ap`);
    expect(response.status).toBe(404);
    expect(response.body.error).toMatchObject({
      name: 'NotFoundError',
      message:
        "Entity 'component:default/weather-ap' is not in the catalog, or you may not see it",
    });
  });

  it.each([
    ['kind', '7up/default/weather-app', "'7up'"],
    ['kind', `${'k'.repeat(64)}/default/weather-app`, 'kkk'],
    ['namespace', 'component/-default/weather-app', "'-default'"],
    ['namespace', 'component/a_b/weather-app', "'a_b'"],
    ['name', 'component/default/a%2Fb', "'a/b'"],
    ['name', 'component/default/-a', "'-a'"],
    ['name', `component/default/${'n'.repeat(64)}`, 'nnn'],
    ['name', 'component/default/%00', 'The name'],
  ])('answers 400 for a bad %s: %s', async (field, path, found) => {
    const response = await get(`/api/label-contract/reports/entities/${path}`);
    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
    expect(response.body.error.message).toContain(`The ${field} `);
    expect(response.body.error.message).toContain(found);
    expect(response.body.error.message).toContain('allowed are');
  });

  it('answers 400 for an address that is not encoded', async () => {
    const response = await get(`${report}/%E0%A4%A`);
    expect(response.status).toBe(400);
  });

  it.each(['since=yesterday', 'a%5Bb%5D=1', 'refresh', '__proto__=1'])(
    'answers 400 for the query %s, and names its key',
    async query => {
      const response = await get(`${report}/weather-app?${query}`);
      expect(response.status).toBe(400);
      expect(response.body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(
          /^Unknown query parameter '(since|a\[b\]|refresh|__proto__)'; this route takes none$/,
        ),
      });
    },
  );

  it('answers 401 to nobody', async () => {
    const response = await get(`${report}/weather-app`).set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(response.status).toBe(401);
  });

  it('registers its permissions', async () => {
    const response = await get(
      '/api/label-contract/.well-known/backstage/permissions/metadata',
    );
    expect(response.body.permissions).toEqual([
      expect.objectContaining({ name: 'label-contract.report.read' }),
      expect.objectContaining({ name: 'label-contract.workload.read' }),
      expect.objectContaining({ name: 'label-contract.log.read' }),
    ]);
  });
});

describe('permissions', () => {
  it.each(['label-contract.report.read', 'kubernetes.resources.read'])(
    'answers 403 without %s, and does not even look for the entity',
    async permission => {
      const { backend, catalog } = await start({ denied: [permission] });
      try {
        for (const name of ['weather-app', 'no-such-entity']) {
          const response = await request(backend.server).get(
            `${report}/${name}`,
          );
          expect(response.status).toBe(403);
          expect(response.body.error).toMatchObject({
            name: 'NotAllowedError',
            message: `Reading a label contract report needs the permission ${permission}; ask the administrators of the portal`,
          });
        }
        expect(catalog.getEntityByRef).not.toHaveBeenCalled();
      } finally {
        await backend.stop();
      }
    },
  );
});

describe('start', () => {
  it.each([
    [
      { labelContract: { staleAftr: { minutes: 2 } } },
      'labelContract.staleAftr is not known',
    ],
    [
      {
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [{ name: 'prod-1', authProvider: 'serviceAccount' }],
            },
          ],
        },
      },
      'kubernetes.clusterLocatorMethods[0].clusters[0].url',
    ],
    [
      { kubernetes: { serviceLocatorMethod: { type: 'http' } } },
      'set it to one of: multiTenant, singleTenant, catalogRelation',
    ],
  ])('stops on a configuration that is wrong: %j', async (config, message) => {
    await expect(start({ config })).rejects.toThrow(message);
  });
});
