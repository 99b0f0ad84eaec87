import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import { text as readText } from 'node:stream/consumers';
import { freePort, Portal, startPortal } from '../__testUtils__/startPortal';
import { Gateway, startGateway } from '../__testUtils__/startGateway';
import { ClusterAccess } from '../ClusterAccess';
import { clusterAccessIn } from '../createClusterAccess';
import { fieldOf } from '../fieldOf';
import { ClusterRequest, ClusterResponse } from '../transport/ClusterRequest';
import { requestCluster } from '../transport/requestCluster';

const START_LIMIT_MS = 180_000;
const TEST_LIMIT_MS = 120_000;

const PROVIDER = 'kubernetes.io/auth-provider';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/payments-team/deployments';
const CONFIG_MAPS = '/api/v1/namespaces/payments-team/configmaps';

describe('the ways to a cluster, on a real API server', () => {
  let controlPlane: ControlPlane;
  let gateway: Gateway;
  let token: string;
  let portal: Portal;
  let port: number;
  /** What the Kubernetes plugin knows at first. */
  let ofPlugin: ClusterDetails[];
  let isPortalUp = true;
  let elapsedMs = 0;

  const start = () => startPortal({ port, clusters: ofPlugin });

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    token = await controlPlane.createToken({
      namespace: 'backstage',
      serviceAccount: 'rhdh-kubernetes-plugin',
    });
    gateway = await startGateway(controlPlane);
    port = await freePort();
    ofPlugin = clustersOfPlugin();
    portal = await start();
  }, START_LIMIT_MS);

  afterAll(async () => {
    await portal?.stop();
    await gateway?.stop();
    await controlPlane?.stop();
  }, START_LIMIT_MS);

  /** Outlives a portal, as that of another process than the Kubernetes plugin's does. */
  let lastToken: { token: string };
  const authOfPortal = mockServices.auth.mock({
    getOwnServiceCredentials: () => portal.auth.getOwnServiceCredentials(),
    getPluginRequestToken: async options => {
      if (isPortalUp) {
        lastToken = await portal.auth.getPluginRequestToken(options);
      }
      return lastToken;
    },
  });

  const account = (serviceAccountToken: string) => ({
    [PROVIDER]: 'serviceAccount',
    serviceAccountToken,
  });

  function clustersOfPlugin(): ClusterDetails[] {
    const { caData } = controlPlane;
    return [
      { name: 'gateway', url: gateway.url, authMetadata: account(token) },
      {
        name: 'server',
        url: controlPlane.url,
        caData,
        authMetadata: account(token),
      },
      {
        name: 'unauthorized',
        url: gateway.url,
        authMetadata: account('of-nobody'),
      },
      // The discard port of this machine: nobody listens there.
      {
        name: 'down',
        url: 'http://127.0.0.1:9',
        authMetadata: account(token),
      },
    ];
  }

  /** Where the configuration has all, the way is straight; where only the plugin knows it, through that. */
  const ways: Record<string, () => object[]> = {
    straight: () => [
      {
        type: 'config',
        clusters: ofPlugin.map(({ name, url, caData, authMetadata }) => ({
          name,
          url,
          caData,
          authMetadata,
        })),
      },
    ],
    'through the Kubernetes plugin': () => [{ type: 'catalog' }],
  };

  function accessBy(clusterLocatorMethods: object[]): ClusterAccess {
    return clusterAccessIn(
      {
        config: new ConfigReader({ kubernetes: { clusterLocatorMethods } }),
        discovery: portal.discovery,
        auth: authOfPortal,
        logger: mockServices.logger.mock(),
      },
      { inCluster: { environment: {} }, elapsedMs: () => elapsedMs },
    );
  }

  const throughPlugin = () => accessBy([{ type: 'catalog' }]);

  describe.each(Object.keys(ways))('%s', way => {
    let access: ClusterAccess;
    beforeAll(() => {
      access = accessBy(ways[way]());
    });

    const ask = async (
      request: ClusterRequest,
      cluster = 'gateway',
    ): Promise<ClusterResponse> =>
      requestCluster(await access.endpointOf(cluster), request);

    const list = async (request: ClusterRequest, cluster?: string) => {
      const { status, body } = await ask(request, cluster);
      const found: unknown = JSON.parse(await readText(body));
      const items = fieldOf(found, 'items');
      return {
        status,
        reason: fieldOf(found, 'reason'),
        next: fieldOf(fieldOf(found, 'metadata'), 'continue'),
        version: String(fieldOf(fieldOf(found, 'metadata'), 'resourceVersion')),
        names: (Array.isArray(items) ? items : []).map(item =>
          String(fieldOf(fieldOf(item, 'metadata'), 'name')),
        ),
      };
    };

    it('goes the way that is meant', async () => {
      const { via } = await access.endpointOf('gateway');
      expect(via).toBe(way === 'straight' ? undefined : 'kubernetes-plugin');
    });

    it.each(['gateway', 'server'])('lists, on the %s', async cluster => {
      const found = await list({ path: DEPLOYMENTS }, cluster);
      expect(found.status).toBe(200);
      expect(found.names).toContain('payments-gateway');
    });

    it('lists in pages', async () => {
      const path = '/apis/apps/v1/deployments';
      const all = await list({ path });
      const names: string[] = [];
      let next: unknown;
      let pages = 0;
      do {
        const page = await list({
          path,
          query: { limit: 2, continue: next ? String(next) : undefined },
        });
        names.push(...page.names);
        next = page.next;
        pages += 1;
      } while (next);
      expect(names).toEqual(all.names);
      expect(pages).toBe(Math.ceil(all.names.length / 2));
      expect(pages).toBeGreaterThan(1);
    });

    it(
      'delivers what happens while the watch is open, and not at its end',
      async () => {
        const { version } = await list({ path: CONFIG_MAPS });
        const { body, status } = await ask({
          path: CONFIG_MAPS,
          query: {
            watch: true,
            resourceVersion: version,
            // More than this needs; and a proxy that leaks has let go of it in time for the next one.
            timeoutSeconds: 30,
          },
        });
        expect(status).toBe(200);
        const events = body[Symbol.asyncIterator]();
        for (const event of ['ADDED', 'DELETED']) {
          await controlPlane.kubectl([
            event === 'ADDED' ? 'create' : 'delete',
            'configmap',
            'a-small-thing',
            '--namespace=payments-team',
          ]);
          const { value } = await events.next();
          expect(JSON.parse(String(value))).toMatchObject({
            type: event,
            object: { metadata: { name: 'a-small-thing' } },
          });
        }
        expect(body.readableEnded).toBe(false);
        body.destroy();
      },
      TEST_LIMIT_MS,
    );

    it(
      'lets go of the cluster when the watch is given up, at the latest when its time is over',
      async () => {
        await until(gateway.open, open => open === 0);
        const controller = new AbortController();
        const { body } = await ask({
          path: CONFIG_MAPS,
          query: {
            watch: true,
            resourceVersion: (await list({ path: CONFIG_MAPS })).version,
            // The plugin's proxy does not notice that its caller left: only this bounds it there.
            timeoutSeconds: way === 'straight' ? 300 : 5,
          },
          signal: controller.signal,
        });
        expect(gateway.open()).toBe(1);
        const reading = readText(body);
        controller.abort();
        await expect(reading).rejects.toThrow();
        await until(gateway.open, open => open === 0);
      },
      TEST_LIMIT_MS,
    );

    it("hands on the cluster's refusals as they are", async () => {
      const refusals = [
        await list({ path: DEPLOYMENTS }, 'unauthorized'),
        await list({ path: '/api/v1/secrets' }),
        await list({ path: `${DEPLOYMENTS}/nobody` }),
      ];
      expect(refusals.map(({ status, reason }) => [status, reason])).toEqual([
        [401, 'Unauthorized'],
        [403, 'Forbidden'],
        [404, 'NotFound'],
      ]);
      const { status, body } = await ask({
        path: '/apis/argoproj.io/v1alpha1/rollouts',
      });
      expect(status).toBe(404);
      expect(await readText(body)).toContain('404 page not found');
    });

    it('sends a body, as a review of what the account may do', async () => {
      const { status, body } = await ask({
        method: 'POST',
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          kind: 'SelfSubjectAccessReview',
          apiVersion: 'authorization.k8s.io/v1',
          spec: { resourceAttributes: { verb: 'list', resource: 'pods' } },
        }),
      });
      expect(status).toBe(201);
      expect(JSON.parse(await readText(body))).toMatchObject({
        status: { allowed: true },
      });
    });

    it(
      'brings a big answer in full',
      async () => {
        const names = [0, 1, 2, 3].map(index => `big-${index}`);
        await controlPlane.kubectl(
          ['create', '--namespace=payments-team', '--filename=-'],
          {
            input: JSON.stringify({
              apiVersion: 'v1',
              kind: 'List',
              items: names.map(name => ({
                apiVersion: 'v1',
                kind: 'ConfigMap',
                metadata: { name },
                data: { text: 'x'.repeat(900_000) },
              })),
            }),
          },
        );
        try {
          const { body } = await ask({ path: CONFIG_MAPS });
          const text = await readText(body);
          expect(text.length).toBeGreaterThan(3_600_000);
          expect(() => JSON.parse(text)).not.toThrow();
        } finally {
          await controlPlane.kubectl([
            'delete',
            'configmap',
            ...names,
            '--namespace=payments-team',
          ]);
        }
      },
      TEST_LIMIT_MS,
    );

    it('says so where the cluster does not answer, and takes it for no answer of the cluster', async () => {
      await expect(ask({ path: '/api' }, 'down')).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining("Cluster 'down' "),
      });
    });
  });

  describe('the Kubernetes plugin on the way', () => {
    const fromGateway = async (access: ClusterAccess) =>
      requestCluster(await access.endpointOf('gateway'), { path: DEPLOYMENTS });

    it(
      'may be restarted: its clusters stay known, and are read as soon as it is back',
      async () => {
        const access = throughPlugin();
        await access.listClusters();
        await portal.stop();
        isPortalUp = false;
        try {
          elapsedMs += 60_000;
          expect(await access.listClusters()).toContainEqual(
            expect.objectContaining({ name: 'gateway', isReadable: true }),
          );
          await expect(fromGateway(access)).rejects.toMatchObject({
            name: 'ServiceUnavailableError',
          });
        } finally {
          portal = await start();
          isPortalUp = true;
        }
        const { status, body } = await fromGateway(access);
        body.destroy();
        expect(status).toBe(200);
      },
      TEST_LIMIT_MS,
    );

    it(
      'may be absent: then nothing is read through it, and the reason is told',
      async () => {
        const access = throughPlugin();
        await access.listClusters();
        const endpoint = await access.endpointOf('gateway');

        const other = await freePort();
        const without = await startPortal({ port: other });
        try {
          await expect(
            requestCluster(
              {
                ...endpoint,
                url: `${await without.discovery.getBaseUrl(
                  'kubernetes',
                )}/proxy`,
              },
              { path: DEPLOYMENTS },
            ),
          ).rejects.toThrow(
            "Cluster 'gateway' is not reached through the Kubernetes plugin, which answered 404",
          );
          const clusters = await clusterAccessIn(
            {
              config: new ConfigReader({
                kubernetes: { clusterLocatorMethods: [{ type: 'catalog' }] },
              }),
              discovery: without.discovery,
              auth: without.auth,
              logger: mockServices.logger.mock(),
            },
            { inCluster: { environment: {} }, elapsedMs: () => 0 },
          ).listClusters();
          expect(clusters).toMatchObject([
            {
              name: 'catalog (locator 1)',
              isReadable: false,
              whyNot: expect.stringContaining('it is not installed'),
            },
          ]);
        } finally {
          await without.stop();
        }
      },
      TEST_LIMIT_MS,
    );

    it('learns of a cluster that appears, and of one that disappears', async () => {
      const access = throughPlugin();
      const names = async () => {
        elapsedMs += 60_000;
        return (await access.listClusters()).map(({ name }) => name);
      };
      expect(await names()).not.toContain('new');

      const [first] = ofPlugin;
      await portal.setClusters([...ofPlugin, { ...first, name: 'new' }]);
      try {
        expect(await names()).toContain('new');
        const endpoint = await access.endpointOf('new');
        const { status, body } = await requestCluster(endpoint, {
          path: DEPLOYMENTS,
        });
        body.destroy();
        expect(status).toBe(200);

        await portal.setClusters(ofPlugin);
        expect(await names()).not.toContain('new');
        await expect(access.endpointOf('new')).rejects.toMatchObject({
          name: 'NotFoundError',
        });
        // Whoever still has the way there is told that it is the plugin that refuses.
        await expect(
          requestCluster(endpoint, { path: DEPLOYMENTS }),
        ).rejects.toThrow("answered 404: Cluster 'new' not found");
      } finally {
        await portal.setClusters(ofPlugin);
      }
    });

    it('signs in with a token that was replaced in its configuration', async () => {
      const access = throughPlugin();
      const withToken = (replaced: string) =>
        portal.setClusters(
          ofPlugin.map(cluster => ({
            ...cluster,
            authMetadata: account(replaced),
          })),
        );
      try {
        const statuses: number[] = [];
        for (const each of ['of-nobody', token]) {
          await withToken(each);
          const { status, body } = await fromGateway(access);
          statuses.push(status);
          await readText(body);
        }
        expect(statuses).toEqual([401, 200]);
      } finally {
        await portal.setClusters(ofPlugin);
      }
    });

    it.each(['aks', 'oidc', 'google'])(
      'is not asked for a cluster with the provider %s, and no token of the portal reaches any cluster',
      async authProvider => {
        const [first] = ofPlugin;
        await portal.setClusters([
          { ...first, authMetadata: { [PROVIDER]: authProvider } },
        ]);
        gateway.authorizations.clear();
        try {
          const access = throughPlugin();
          expect(await access.listClusters()).toMatchObject([
            { name: 'gateway', authProvider, isReadable: false },
          ]);
          await expect(fromGateway(access)).rejects.toMatchObject({
            name: 'InputError',
          });
          expect(gateway.authorizations.size).toBe(0);
        } finally {
          await portal.setClusters(ofPlugin);
        }
      },
    );

    it('brings the cluster its own credential and none of the portal', async () => {
      gateway.authorizations.clear();
      const { body } = await fromGateway(throughPlugin());
      await readText(body);
      expect([...gateway.authorizations]).toEqual([`Bearer ${token}`]);
    });
  });
});
