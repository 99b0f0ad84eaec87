import { mockServices } from '@backstage/backend-test-utils';
import { until } from '@internal/control-plane';
import { TabAccess } from '@portal-operations/plugin-label-contract-common';
import { KnownCluster } from '@portal-operations/plugin-label-contract-node';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { ManualClock } from '../tests/ManualClock';
import { TabAccessReader } from './TabAccessReader';

const MINUTE_MS = 60_000;

const own = (name: string): KnownCluster => ({
  name,
  authProvider: 'googleServiceAccount',
  isReadable: true,
  account: 'own',
});

/** An API server that answers nothing but reviews. */
describe('TabAccessReader', () => {
  let server: Server;
  let clock: ManualClock;
  let clusters: KnownCluster[];
  /** By cluster, the resources that may not be listed; a number is a status without an answer. */
  let refuses: Record<string, readonly string[] | number>;
  let asked: string[];
  let told: Map<string, TabAccess | undefined>;
  let stopping: AbortController;
  let running: Promise<void>;

  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    clock = new ManualClock();
    clusters = [own('prod-1')];
    refuses = {};
    asked = [];
    told = new Map();
    stopping = new AbortController();
    server = createServer(async (incoming, outgoing) => {
      const [, cluster] = (incoming.url ?? '').split('/');
      const { spec } = JSON.parse(await readText(incoming));
      const { verb, group, resource } = spec.resourceAttributes;
      asked.push(`${cluster}: ${verb} ${resource}.${group}`);
      const refused = refuses[cluster] ?? [];
      if (typeof refused === 'number') {
        outgoing.writeHead(refused).end('{}');
        return;
      }
      const allowed = !refused.includes(resource);
      outgoing.writeHead(201).end(JSON.stringify({ status: { allowed } }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    stopping.abort();
    await running;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  function start(random = () => 0.5) {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    running = new TabAccessReader({
      access: {
        listClusters: async () => clusters,
        tabEndpointOf: async name =>
          name === 'only-users'
            ? undefined
            : {
                name,
                url: `http://127.0.0.1:${port}/${name}`,
                skipTlsVerify: false,
                headers: async () => ({}),
              },
      },
      kindsOf: () => [
        { kind: 'Deployment', group: 'apps', plural: 'deployments' },
        { kind: 'Pod', group: '', plural: 'pods' },
      ],
      sink: { setTabAccess: (name, access) => told.set(name, access) },
      now: () => clock.now(),
      sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
      random,
      logger,
    }).run(stopping.signal);
  }

  /** Lets the next round happen, and waits for its end. */
  async function round() {
    const [pauseMs] = await until(
      () => clock.sleeping(),
      sleeping => sleeping.length === 1,
    );
    clock.advance(pauseMs);
    await until(
      () => clock.sleeping(),
      sleeping => sleeping.length === 1,
    );
    return pauseMs;
  }

  it('tells what the account of the tab may not list, and when that was asked', async () => {
    refuses = { 'prod-1': ['pods'] };
    start();
    await round();
    expect(asked).toEqual([
      'prod-1: list deployments.apps',
      'prod-1: list pods.',
    ]);
    expect([...told]).toEqual([
      [
        'prod-1',
        {
          authProvider: 'googleServiceAccount',
          mayNotRead: ['Pod'],
          checkedAt: '2026-01-01T12:00:30.000Z',
        },
      ],
    ]);
  });

  it('asks every ten minutes or so, and the first time within a minute', async () => {
    start(() => 0);
    expect(await round()).toBe(0);
    expect(await round()).toBe(9 * MINUTE_MS);
    expect(asked).toHaveLength(4);
  });

  it('asks no cluster that is read with the account of the tab', async () => {
    clusters = [{ ...own('prod-1'), account: undefined }];
    start();
    await round();
    expect(asked).toEqual([]);
    expect(told.size).toBe(0);
  });

  it('tells nothing where only users have an account', async () => {
    clusters = [own('only-users')];
    start();
    await round();
    expect(asked).toEqual([]);
    expect(told.get('only-users')).toBeUndefined();
  });

  it.each([[401], [500], [201]])(
    'keeps what it knew where the answer is %d without one, and asks the next cluster',
    async status => {
      clusters = [own('prod-1'), own('prod-2')];
      refuses = { 'prod-1': ['pods'] };
      start();
      await round();
      refuses = { 'prod-1': status, 'prod-2': ['deployments'] };
      await round();
      expect(told.get('prod-1')).toMatchObject({
        mayNotRead: ['Pod'],
        checkedAt: '2026-01-01T12:00:30.000Z',
      });
      expect(told.get('prod-2')).toMatchObject({
        mayNotRead: ['Deployment'],
        checkedAt: '2026-01-01T12:10:30.000Z',
      });
    },
  );

  it('forgets a cluster that is read with the account of the tab again', async () => {
    start();
    await round();
    expect(told.get('prod-1')).toMatchObject({ mayNotRead: [] });
    clusters = [{ ...own('prod-1'), account: undefined }];
    await round();
    expect(told.get('prod-1')).toBeUndefined();
    expect(asked).toHaveLength(2);
  });
});
