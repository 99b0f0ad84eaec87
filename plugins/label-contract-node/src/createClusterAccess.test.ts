import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { clusterAccessIn } from './createClusterAccess';

const PEM_IN_BASE64 = Buffer.from(
  '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
).toString('base64');

const prod = {
  name: 'prod-1',
  url: 'https://prod-1.example.com:6443',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'token-of-prod-1',
};
const cloud = {
  name: 'cloud-1',
  url: 'https://cloud-1.example.com',
  authProvider: 'aws',
};
const personal = {
  name: 'personal',
  title: 'Mine',
  url: 'https://personal.example.com',
  caData: PEM_IN_BASE64,
  authProvider: 'oidc',
  oidcTokenProvider: 'okta',
};

/** A portal of which the Kubernetes plugin is this server. */
describe('createClusterAccess', () => {
  let server: Server;
  /** What the Kubernetes plugin answers; undefined for silence. */
  let answer: { status: number; body: unknown };
  let asked: number;
  let elapsedMs: number;

  const logger = mockServices.logger.mock();
  const auth = mockServices.auth.mock({
    getOwnServiceCredentials: async () => ({
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'service', subject: 'plugin:label-contract' },
    }),
    getPluginRequestToken: async ({ targetPluginId }) => ({
      token: `of-label-contract-for-${targetPluginId}`,
    }),
  });

  beforeEach(async () => {
    jest.clearAllMocks();
    answer = { status: 200, body: { items: [] } };
    asked = 0;
    elapsedMs = 0;
    server = createServer((request, response) => {
      asked += request.url === '/api/kubernetes/clusters' ? 1 : 0;
      const isKnown =
        request.headers.authorization ===
        'Bearer of-label-contract-for-kubernetes';
      response
        .writeHead(isKnown ? answer.status : 401)
        .end(JSON.stringify(answer.body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const lists = (...items: unknown[]) => {
    answer = { status: 200, body: { items } };
  };

  function baseUrl() {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return `http://127.0.0.1:${port}/api/kubernetes`;
  }

  function accessTo(options: {
    clusters?: object[];
    locators?: object[];
    own?: object[];
    isInPod?: boolean;
  }) {
    return accessOf(configOf(options), options.isInPod);
  }

  function configOf(options: {
    clusters?: object[];
    locators?: object[];
    own?: object[];
  }) {
    const { clusters = [], locators = [], own = [] } = options;
    return {
      kubernetes: {
        clusterLocatorMethods: [{ type: 'config', clusters }, ...locators],
      },
      labelContract: { clusters: own },
    };
  }

  function accessOf(
    data: ReturnType<typeof configOf>,
    isInPod = false,
    config = new ConfigReader(data),
  ) {
    return clusterAccessIn(
      {
        config,
        discovery: mockServices.discovery.mock({
          getBaseUrl: async () => baseUrl(),
        }),
        auth,
        logger,
      },
      {
        inCluster: {
          environment: isInPod
            ? {
                KUBERNETES_SERVICE_HOST: '10.0.0.1',
                KUBERNETES_SERVICE_PORT: '443',
              }
            : {},
        },
        elapsedMs: () => elapsedMs,
      },
    );
  }

  const throughPlugin = (name: string) => ({
    name,
    url: `${baseUrl()}/proxy`,
    via: 'kubernetes-plugin',
    skipTlsVerify: false,
  });

  describe('clusters of the Kubernetes plugin', () => {
    it('are reached straight with a configured ServiceAccount', async () => {
      const endpoint = await accessTo({
        clusters: [{ ...prod, caData: PEM_IN_BASE64 }],
      }).endpointOf('prod-1');
      expect(endpoint).toMatchObject({ url: prod.url, caData: PEM_IN_BASE64 });
      expect(endpoint).not.toHaveProperty('via');
      expect(await endpoint.headers()).toEqual({
        Authorization: 'Bearer token-of-prod-1',
      });
    });

    it('are reached through its proxy with any other credential of its own, with a fresh token each time', async () => {
      for (const authProvider of [
        'aws',
        'azure',
        'googleServiceAccount',
        'of-the-house',
      ]) {
        const endpoint = await accessTo({
          clusters: [{ ...cloud, authProvider }],
        }).endpointOf('cloud-1');
        expect(endpoint).toMatchObject(throughPlugin('cloud-1'));

        auth.getPluginRequestToken.mockClear();
        for (const count of [1, 2]) {
          expect(await endpoint.headers()).toEqual({
            Authorization: 'Bearer of-label-contract-for-kubernetes',
            'Backstage-Kubernetes-Cluster': 'cloud-1',
          });
          expect(auth.getPluginRequestToken).toHaveBeenCalledTimes(count);
        }
      }
    });

    it('come from its own list where another locator finds them, after those of the configuration', async () => {
      lists(
        { name: 'found-1', title: 'Found', authProvider: 'serviceAccount' },
        { name: 'prod-1', authProvider: 'serviceAccount' },
        { name: 'found-2', authProvider: 'google' },
        { name: 7 },
        'garbage',
      );
      const access = accessTo({
        clusters: [prod],
        locators: [{ type: 'catalog' }],
      });
      expect(await access.listClusters()).toEqual([
        { name: 'prod-1', authProvider: 'serviceAccount', isReadable: true },
        {
          name: 'found-1',
          title: 'Found',
          authProvider: 'serviceAccount',
          isReadable: true,
        },
        {
          name: 'found-2',
          authProvider: 'google',
          isReadable: false,
          whyNot: expect.stringContaining("the authProvider 'google'"),
        },
      ]);
      expect(await access.endpointOf('found-1')).toMatchObject(
        throughPlugin('found-1'),
      );
    });

    it.each(['oidc', 'google', 'aks'])(
      'are never asked with the provider %s, and the reason and the cure are told',
      async authProvider => {
        const access = accessTo({ clusters: [{ ...personal, authProvider }] });
        const whyNot = `Cluster 'personal' has the authProvider '${authProvider}', which asks with the credential of whoever looks; give the portal an account of its own for it under labelContract.clusters`;
        expect(await access.listClusters()).toEqual([
          {
            name: 'personal',
            title: 'Mine',
            authProvider,
            isReadable: false,
            whyNot,
          },
        ]);
        await expect(access.endpointOf('personal')).rejects.toMatchObject({
          name: 'InputError',
          message: whyNot,
        });
      },
    );

    it.each(['größe\u0394', 'line\nbreak', ' blank'])(
      'are refused clearly under the name %j, which no header can hold',
      async name => {
        const access = accessTo({ clusters: [{ ...cloud, name }] });
        expect(await access.listClusters()).toMatchObject([
          {
            isReadable: false,
            whyNot: expect.stringContaining('rename the cluster'),
          },
        ]);
      },
    );

    it('are reached straight and without any credential where kubectl signs in', async () => {
      const access = accessTo({
        clusters: [
          { ...cloud, name: 'mine', authProvider: 'localKubectlProxy' },
        ],
        locators: [{ type: 'localKubectlProxy' }],
      });
      lists({ name: 'local', authProvider: 'localKubectlProxy' });
      expect(await access.listClusters()).toMatchObject([
        { name: 'mine', isReadable: true },
        { name: 'local', isReadable: true },
      ]);
      const endpoint = await access.endpointOf('local');
      expect(endpoint.url).toBe('http://localhost:8001');
      expect(await endpoint.headers()).toEqual({});
    });

    it("are read with the pod's account where no token is configured, as the plugin does", async () => {
      const clusters = [{ ...prod, serviceAccountToken: undefined }];
      expect(
        await accessTo({ clusters, isInPod: true }).listClusters(),
      ).toMatchObject([{ isReadable: true }]);
      expect(await accessTo({ clusters }).listClusters()).toMatchObject([
        {
          isReadable: false,
          whyNot: expect.stringContaining('check that it is set'),
        },
      ]);
    });
  });

  describe('the list of the Kubernetes plugin', () => {
    const found = { name: 'found-1', authProvider: 'aws' };

    it('is asked for once in a while', async () => {
      const access = accessTo({ locators: [{ type: 'catalog' }] });
      lists(found);
      await Promise.all([access.listClusters(), access.listClusters()]);
      await access.endpointOf('found-1');
      expect(asked).toBe(1);

      lists(found, { name: 'found-2', authProvider: 'aws' });
      elapsedMs += 59_000;
      expect(await access.listClusters()).toHaveLength(1);
      elapsedMs += 1_000;
      expect(await access.listClusters()).toHaveLength(2);
      lists({ name: 'found-2', authProvider: 'aws' });
      elapsedMs += 60_000;
      expect(await access.listClusters()).toMatchObject([{ name: 'found-2' }]);
      await expect(access.endpointOf('found-1')).rejects.toThrow(
        "Cluster 'found-1' is not configured; known clusters: found-2",
      );
    });

    it('is asked for less often where all clusters are configured', async () => {
      const access = accessTo({ clusters: [prod] });
      await access.listClusters();
      elapsedMs += 599_000;
      await access.listClusters();
      expect(asked).toBe(1);
      elapsedMs += 1_000;
      await access.listClusters();
      expect(asked).toBe(2);
    });

    it.each([
      ['answers with an error', { status: 500, body: {} }],
      ['does not know us', { status: 403, body: {} }],
      ['answers with something else', { status: 200, body: { items: 'x' } }],
      ['is removed', { status: 404, body: {} }],
    ])('is remembered while the plugin %s', async (_, failure) => {
      const access = accessTo({ locators: [{ type: 'catalog' }] });
      lists(found);
      await access.listClusters();

      answer = failure;
      elapsedMs += 60_000;
      for (const _again of [1, 2]) {
        expect(await access.listClusters()).toMatchObject([
          { name: 'found-1', isReadable: true },
        ]);
        elapsedMs += 10_000;
      }
      expect(asked).toBe(3);
      expect(logger.info).toHaveBeenCalledTimes(1);
      expect(logger.info).toHaveBeenCalledWith(
        expect.stringContaining('Those that it listed before are kept'),
      );

      lists();
      expect(await access.listClusters()).toEqual([]);
      expect(logger.info).toHaveBeenLastCalledWith(
        'The Kubernetes plugin lists its clusters again',
      );
    });

    it('is missed by those that need it, and by no others, where the plugin is not there', async () => {
      answer = { status: 404, body: {} };
      const access = accessTo({
        clusters: [prod, cloud],
        locators: [{ type: 'gke', projectId: 'p' }],
      });
      const expected = [
        { name: 'prod-1', isReadable: true },
        {
          name: 'cloud-1',
          isReadable: false,
          whyNot: expect.stringContaining('it is not installed (404)'),
        },
        {
          name: 'gke (locator 2)',
          isReadable: false,
          whyNot:
            "Only the Kubernetes plugin knows the clusters of the locator 'gke', and it is not installed (404); they are there as soon as it answers",
        },
      ];
      expect(await access.listClusters()).toMatchObject(expected);
      await expect(access.endpointOf('cloud-1')).rejects.toThrow(
        'not installed',
      );

      lists({ name: 'found-1', authProvider: 'google' });
      elapsedMs += 10_000;
      expect(await access.listClusters()).toMatchObject([
        { name: 'prod-1', isReadable: true },
        { name: 'cloud-1', isReadable: true },
        { name: 'found-1', isReadable: false },
      ]);
    });

    it('is missed likewise where nobody listens', async () => {
      const access = accessTo({ clusters: [cloud] });
      server.close();
      await once(server, 'close');
      expect(await access.listClusters()).toMatchObject([
        {
          whyNot: expect.stringMatching(/it does not answer \(.*ECONNREFUSED/),
        },
      ]);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    });
  });

  describe('labelContract.clusters', () => {
    const token = 'of-reader';

    it('reads a cluster with its own account, at the address and with the certificates of the plugin', async () => {
      const access = accessTo({
        clusters: [personal, prod],
        own: [
          {
            name: 'personal',
            serviceAccountToken: token,
            namespaces: ['payments-team', 'inventory-team', 'payments-team'],
          },
        ],
      });
      expect(await access.listClusters()).toEqual([
        {
          name: 'personal',
          title: 'Mine',
          authProvider: 'oidc',
          isReadable: true,
          account: 'own',
          namespaces: ['payments-team', 'inventory-team'],
        },
        { name: 'prod-1', authProvider: 'serviceAccount', isReadable: true },
      ]);
      const endpoint = await access.endpointOf('personal');
      expect(endpoint).toMatchObject({
        url: personal.url,
        caData: PEM_IN_BASE64,
        skipTlsVerify: false,
      });
      expect(await endpoint.headers()).toEqual({
        Authorization: 'Bearer of-reader',
      });
      expect(await access.tabEndpointOf?.('personal')).toBeUndefined();
    });

    it("still knows the tab's own way, where it has one without a user", async () => {
      lists({ name: 'found-1', authProvider: 'googleServiceAccount' });
      const access = accessTo({
        clusters: [prod, cloud],
        own: [
          { name: 'prod-1', serviceAccountToken: token },
          {
            name: 'found-1',
            url: 'https://found-1.example.com',
            serviceAccountToken: token,
          },
        ],
      });
      const tabEndpointOf = async (name: string) => {
        const endpoint = await access.tabEndpointOf?.(name);
        return endpoint && { ...endpoint, headers: await endpoint.headers() };
      };
      expect(await tabEndpointOf('prod-1')).toMatchObject({
        headers: { Authorization: 'Bearer token-of-prod-1' },
      });
      expect(await tabEndpointOf('found-1')).toMatchObject(
        throughPlugin('found-1'),
      );
      expect(await tabEndpointOf('cloud-1')).toBeUndefined();
    });

    it('trusts for another address only what is said there', async () => {
      const own = {
        name: 'personal',
        url: 'https://elsewhere.example.com/',
        serviceAccountToken: token,
        skipTLSVerify: true,
      };
      const access = accessTo({ clusters: [personal], own: [own] });
      expect(await access.endpointOf('personal')).toMatchObject({
        url: 'https://elsewhere.example.com',
        caData: undefined,
        skipTlsVerify: true,
      });
    });

    it("confines the reading to namespaces, with the plugin's own account", async () => {
      const access = accessTo({
        clusters: [prod, personal],
        own: [
          { name: 'prod-1', namespaces: ['payments-team'] },
          { name: 'personal', namespaces: ['payments-team'] },
        ],
      });
      expect(await access.listClusters()).toMatchObject([
        { name: 'prod-1', isReadable: true, namespaces: ['payments-team'] },
        { name: 'personal', isReadable: false, namespaces: ['payments-team'] },
      ]);
      expect((await access.listClusters())[0]).not.toHaveProperty('account');
      const endpoint = await access.endpointOf('prod-1');
      expect(await endpoint.headers()).toEqual({
        Authorization: 'Bearer token-of-prod-1',
      });
    });

    it('watches a cluster that no tab shows, and says so once', async () => {
      const access = accessTo({
        clusters: [prod],
        own: [
          {
            name: 'prod-I',
            url: 'https://prod-1.example.com',
            serviceAccountToken: token,
          },
        ],
      });
      for (const _again of [1, 2]) {
        expect(await access.listClusters()).toMatchObject([
          { name: 'prod-1' },
          { name: 'prod-I', isReadable: true, account: 'own' },
        ]);
      }
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining("names the cluster 'prod-I', which"),
      );
    });

    it.each([
      [
        { name: 'personal' },
        "labelContract.clusters[0] gives cluster 'personal' no serviceAccountToken",
      ],
      [
        { name: 'personal', url: 'https://p.example.com', namespaces: ['a'] },
        'check that it is set',
      ],
      [
        { name: 'found-1', serviceAccountToken: token },
        "labelContract.clusters[0] gives cluster 'found-1' no url",
      ],
      [
        { name: 'prod-2', namespaces: ['a'] },
        'the Kubernetes plugin does not know it; known clusters: personal, found-1',
      ],
    ])('calls %j not readable, and nothing else', async (own, whyNot) => {
      lists({ name: 'found-1', authProvider: 'aws' });
      const access = accessTo({ clusters: [personal], own: [own] });
      const clusters = await access.listClusters();
      expect(clusters.find(({ name }) => name === own.name)).toMatchObject({
        isReadable: false,
        whyNot: expect.stringContaining(whyNot),
      });
    });

    it.each([
      [{ name: 'a', tokn: 'hush' }, 'labelContract.clusters[0].tokn'],
      [{ url: 'https://a' }, 'labelContract.clusters[0].name'],
      [{ name: 'a', url: 'a' }, 'labelContract.clusters[0].url'],
      [{ name: 'a', caData: 'hush' }, 'labelContract.clusters[0].caData'],
      [
        { name: 'a', serviceAccountToken: 'hu\nsh' },
        'labelContract.clusters[0].serviceAccountToken',
      ],
      [{ name: 'a', namespaces: [] }, 'labelContract.clusters[0].namespaces'],
      [
        { name: 'a', namespaces: ['ok', 'team-*'] },
        "labelContract.clusters[0].namespaces[1] is 'team-*'",
      ],
      [
        { name: 'a', skipTLSVerify: 'hush' },
        'labelContract.clusters[0].skipTLSVerify',
      ],
    ])('refuses %j by its path', (own, path) => {
      expect(() => accessTo({ own: [own] })).toThrow(path);
      expect(() => accessTo({ own: [own] })).not.toThrow(/hu.?sh/s);
    });

    it('refuses two entries for one cluster', () => {
      expect(() => accessTo({ own: [{ name: 'a' }, { name: 'a' }] })).toThrow(
        "labelContract.clusters[1] names the cluster 'a' a second time",
      );
    });

    it('shows at the start that certificates are wrong which nobody needed before', () => {
      const broken = { ...personal, caData: 'bm90IGEgY2VydGlmaWNhdGU=' };
      expect(() => accessTo({ clusters: [broken] })).not.toThrow();
      expect(() =>
        accessTo({
          clusters: [broken],
          own: [{ name: 'personal', serviceAccountToken: token }],
        }),
      ).toThrow('kubernetes.clusterLocatorMethods[0].clusters[0].caData');
    });
  });

  describe('a change of the configuration', () => {
    it('is followed: clusters come and go, and credentials are replaced', async () => {
      const { config, change } = changingConfig(
        configOf({ clusters: [prod, cloud] }),
      );
      const access = accessOf(configOf({}), false, config);
      const changed = jest.fn();
      const unsubscribe = access.subscribe?.(changed);

      change(
        configOf({
          clusters: [{ ...prod, serviceAccountToken: 'rotated' }, personal],
        }),
      );
      expect(changed).toHaveBeenCalledTimes(1);
      expect(await access.listClusters()).toMatchObject([
        { name: 'prod-1' },
        { name: 'personal' },
      ]);
      const endpoint = await access.endpointOf('prod-1');
      expect(await endpoint.headers()).toEqual({
        Authorization: 'Bearer rotated',
      });

      unsubscribe?.();
      change(configOf({}));
      expect(changed).toHaveBeenCalledTimes(1);
      expect(await access.listClusters()).toEqual([]);
    });

    it('that is not understood changes nothing, and is told without a secret', async () => {
      const { config, change } = changingConfig(configOf({ clusters: [prod] }));
      const access = accessOf(configOf({}), false, config);
      const changed = jest.fn();
      access.subscribe?.(changed);

      change(
        configOf({ clusters: [{ ...prod, serviceAccountToken: 'hu\nsh' }] }),
      );
      expect(changed).not.toHaveBeenCalled();
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining(
          'kubernetes.clusterLocatorMethods[0].clusters[0].serviceAccountToken',
        ),
      );
      expect(logger.error).not.toHaveBeenCalledWith(
        expect.stringMatching(/hu.?sh/s),
      );
      expect(await access.listClusters()).toMatchObject([{ name: 'prod-1' }]);
    });
  });
});

/** A configuration that changes while the portal runs. */
function changingConfig(data: ConstructorParameters<typeof ConfigReader>[0]) {
  let current = new ConfigReader(data);
  const listeners = new Set<() => void>();
  const config = new Proxy(current, {
    get(_, key) {
      if (key === 'subscribe') {
        return (listener: () => void) => {
          listeners.add(listener);
          return { unsubscribe: () => listeners.delete(listener) };
        };
      }
      const found: unknown = Reflect.get(current, key, current);
      return typeof found === 'function' ? found.bind(current) : found;
    },
  });
  return {
    config,
    change(next: typeof data) {
      current = new ConfigReader(next);
      listeners.forEach(listener => listener());
    },
  };
}
