import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { until } from '@internal/control-plane';
import {
  Facts,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { KnownCluster } from '@portal-operations/plugin-label-contract-node';
import { createServer, Server } from 'node:http';
import { once } from 'node:events';
import { ManualClock } from '../tests/ManualClock';
import { setImmediate } from 'node:timers/promises';
import { ClusterIdentity, FactsSink, ListKey } from './FactsSink';
import { FleetWatcher, FleetWatcherOptions } from './FleetWatcher';
import { watchedKinds } from './watchedKinds';

/** Remembers what is told of clusters, and no objects. */
class StateSink implements FactsSink {
  readonly clusters = new Map<string, ClusterIdentity>();
  readonly states = new Map<string, WatchState>();
  readonly lists: ListKey[] = [];
  skips = 0;

  put(_facts: Facts): void {}
  remove(): void {}

  replaceAll(key: ListKey): void {
    this.lists.push(key);
  }

  noteSkipped(): void {
    this.skips += 1;
  }

  setCluster(cluster: ClusterIdentity): void {
    this.clusters.set(cluster.name, cluster);
  }

  removeCluster(name: string): void {
    this.clusters.delete(name);
    for (const key of [...this.states.keys()]) {
      if (key.startsWith(`${name}/`)) {
        this.states.delete(key);
      }
    }
  }

  setWatchState(
    { cluster, kind }: { cluster: string; kind: WatchedKind },
    state: WatchState,
  ): void {
    this.states.set(`${cluster}/${kind}`, state);
  }

  /** Names of clusters of which a watch has a state. */
  watched(): string[] {
    return [
      ...new Set([...this.states.keys()].map(key => key.split('/')[0])),
    ].sort();
  }
}

const readable: KnownCluster = {
  name: 'prod-1',
  authProvider: 'serviceAccount',
  isReadable: true,
};

const refuse = () => {
  throw new Error('metadata.uid has to be a text, found nothing');
};

const kinds = Object.keys(watchedKinds);

/** Parsers that understand nothing. */
const refuseAll: FleetWatcherOptions['parsers'] = {
  Deployment: refuse,
  StatefulSet: refuse,
  DaemonSet: refuse,
  Rollout: refuse,
  DeploymentConfig: refuse,
  CronJob: refuse,
  Job: refuse,
  ReplicaSet: refuse,
  ReplicationController: refuse,
  Pod: refuse,
  ControllerRevision: refuse,
  Service: refuse,
  EndpointSlice: refuse,
  Ingress: refuse,
  Route: refuse,
  HorizontalPodAutoscaler: refuse,
  Namespace: refuse,
  Node: refuse,
  Application: refuse,
};

/** Milliseconds until it is asked again which clusters there are. */
const LOOK_MS = 60_000;

function create(options: {
  clusters: KnownCluster[];
  url?: string;
  random?: () => number;
}) {
  const { clusters, url, random = () => 0 } = options;
  const sink = new StateSink();
  const clock = new ManualClock();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const fleet = {
    clusters,
    url,
    failure: undefined as Error | undefined,
    looks: 0,
    /** Names of clusters, each time that one was to be asked. */
    asked: [] as string[],
    changed: () => {},
    /** Until then nobody learns how to reach a cluster. */
    hold: undefined as Promise<void> | undefined,
  };
  const watcher = new FleetWatcher({
    access: {
      listClusters: async () => {
        fleet.looks += 1;
        if (fleet.failure) {
          throw fleet.failure;
        }
        return fleet.clusters;
      },
      endpointOf: async name => {
        fleet.asked.push(`${name}`);
        await fleet.hold;
        if (!fleet.url) {
          throw new ServiceUnavailableError('No way there');
        }
        return {
          name: `${name}`,
          url: fleet.url,
          skipTlsVerify: false,
          headers: async () => ({}),
        };
      },
      subscribe(listener) {
        fleet.changed = listener;
        return () => {
          fleet.changed = () => {};
        };
      },
    },
    parsers: refuseAll,
    sink,
    clock,
    random,
    logger,
  });
  return { watcher, sink, clock, logger, fleet };
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) =>
      error ? reject(error) : resolve(count),
    ),
  );
}

describe('FleetWatcher', () => {
  it('calls a cluster dark at once that is not readable, and says why', async () => {
    const { watcher, sink } = create({
      clusters: [
        {
          name: 'personal',
          authProvider: 'oidc',
          isReadable: false,
          whyNot: 'It needs credentials of a person',
        },
      ],
    });
    const running = await watcher.start();
    expect([...sink.states]).toEqual(
      kinds.map(kind => [
        `personal/${kind}`,
        {
          kind: 'dark',
          since: '2026-01-01T12:00:00.000Z',
          problem: {
            reason: 'no-background-access',
            message: 'It needs credentials of a person',
          },
        },
      ]),
    );
    await running.stop();
  });

  describe('while clusters come and go', () => {
    const another: KnownCluster = { ...readable, name: 'prod-2' };

    /** Lets it look again, and waits until it has taken in what it saw. */
    async function look({ clock, fleet }: ReturnType<typeof create>) {
      const { looks } = fleet;
      clock.advance(LOOK_MS);
      await until(
        () => fleet.looks,
        count => count > looks,
      );
      await until(
        () => clock.sleeping(),
        sleeping => sleeping.includes(LOOK_MS),
      );
    }

    it('begins with those that come and forgets those that go, within a minute', async () => {
      const fleet = create({ clusters: [readable] });
      const running = await fleet.watcher.start();
      expect(fleet.sink.watched()).toEqual(['prod-1']);

      fleet.fleet.clusters = [another];
      await look(fleet);
      expect(fleet.sink.watched()).toEqual(['prod-2']);
      expect([...fleet.sink.clusters.keys()]).toEqual(['prod-2']);

      const asked = fleet.fleet.asked.length;
      await look(fleet);
      expect(fleet.fleet.asked.slice(asked)).not.toContain('prod-1');
      await running.stop();
    });

    it('says at which address a cluster is, also where that is told later', async () => {
      const made = create({ clusters: [readable] });
      const running = await made.watcher.start();
      expect(made.sink.clusters.get('prod-1')).toMatchObject({
        url: undefined,
      });

      // Nobody listens there.
      made.fleet.url = 'http://127.0.0.1:1';
      await look(made);
      expect(made.sink.clusters.get('prod-1')).toMatchObject({
        url: 'http://127.0.0.1:1',
      });
      made.fleet.url = undefined;
      await look(made);
      expect(made.sink.clusters.get('prod-1')).toMatchObject({
        url: 'http://127.0.0.1:1',
      });
      await running.stop();
    });

    it('looks at once when it is told that something has changed', async () => {
      const { watcher, sink, fleet } = create({ clusters: [] });
      const running = await watcher.start();
      fleet.clusters = [readable];
      fleet.changed();
      const watched = await until(
        () => sink.watched(),
        names => names.length > 0,
      );
      expect(watched).toEqual(['prod-1']);
      await running.stop();
    });

    it('keeps all clusters while it cannot be told which there are, and says so once', async () => {
      const { watcher, sink, clock, logger, fleet } = create({
        clusters: [{ ...readable, isReadable: false }],
      });
      const running = await watcher.start();
      fleet.failure = new Error('the catalog is down');
      for (const pause of [LOOK_MS, 1_000, 2_000]) {
        await until(
          () => clock.sleeping(),
          sleeping => sleeping.includes(pause),
        );
        clock.advance(pause);
      }
      await until(
        () => clock.sleeping(),
        sleeping => sleeping.includes(4_000),
      );
      expect(sink.watched()).toEqual(['prod-1']);
      expect(logger.warn.mock.calls.flat()).toContainEqual(
        'It cannot be told which clusters there are, so those that are known stay: the catalog is down',
      );
      expect(
        logger.warn.mock.calls.filter(([words]) => words.includes('told')),
      ).toHaveLength(1);

      fleet.failure = undefined;
      fleet.clusters = [];
      clock.advance(4_000);
      await until(
        () => sink.watched(),
        names => names.length === 0,
      );
      await running.stop();
    });

    it('starts where it cannot be told at first which clusters there are', async () => {
      const { watcher, sink, clock, fleet } = create({ clusters: [readable] });
      fleet.failure = new Error('the catalog is down');
      const running = await watcher.start();
      fleet.failure = undefined;
      await until(
        () => clock.sleeping(),
        sleeping => sleeping.includes(1_000),
      );
      clock.advance(1_000);
      const watched = await until(
        () => sink.watched(),
        names => names.length > 0,
      );
      expect(watched).toEqual(['prod-1']);
      await running.stop();
    });

    it('takes another title without another list', async () => {
      const fleet = create({
        clusters: [{ ...readable, isReadable: false, whyNot: 'No account' }],
      });
      const running = await fleet.watcher.start();
      const before = fleet.sink.states.get('prod-1/Pod');
      fleet.fleet.clusters = [
        { ...fleet.fleet.clusters[0], title: 'Production' },
      ];
      await look(fleet);
      expect(fleet.sink.clusters.get('prod-1')).toMatchObject({
        title: 'Production',
      });
      expect(fleet.sink.states.get('prod-1/Pod')).toBe(before);
      await running.stop();
    });
  });

  it('begins with 300 clusters one after the other, each with three lists', async () => {
    let dice = 0;
    const { watcher, sink, clock, fleet } = create({
      clusters: Array.from({ length: 300 }, (_, number) => ({
        ...readable,
        name: `prod-${number}`,
      })),
      random: () => {
        dice += 1;
        return ((dice % 300) + 0.5) / 300;
      },
    });
    const running = await watcher.start();
    expect(sink.watched()).toHaveLength(300);
    fleet.asked = [];
    let letGo = () => {};
    fleet.hold = new Promise(resolve => {
      letGo = resolve;
    });

    const begun: number[] = [];
    for (let second = 0; second < 30; second++) {
      clock.advance(1_000);
      await setImmediate();
      begun.push(new Set(fleet.asked).size);
    }
    expect(begun[0]).toBe(10);
    expect(begun[14]).toBe(150);
    expect(begun[29]).toBe(300);
    expect(fleet.asked).toHaveLength(900);

    const stopped = running.stop();
    letGo();
    await stopped;
  });

  it('logs that a watch went dark once, however often it is tried', async () => {
    const { watcher, sink, clock, logger } = create({ clusters: [readable] });
    const running = await watcher.start();
    for (let attempt = 0; attempt < 5; attempt++) {
      await until(
        () => clock.sleeping(),
        sleeping => sleeping.length === kinds.length + 1,
      );
      clock.advance(30_000);
    }
    expect(sink.states.get('prod-1/Pod')).toMatchObject({ kind: 'dark' });
    expect(logger.warn.mock.calls).toHaveLength(kinds.length);
    expect(logger.warn.mock.calls.map(([words]) => words)).toContain(
      "Watch of Pod on cluster 'prod-1' is dark: No way there",
    );
    await running.stop();
  });

  describe('with a cluster that answers', () => {
    let server: Server;
    let url: string;
    let refused: { path: string; status: number } | undefined;
    let paths: string[];

    beforeEach(async () => {
      refused = undefined;
      paths = [];
      server = createServer((request, response) => {
        if (refused && request.url?.includes(refused.path)) {
          response.statusCode = refused.status;
          response.end('page not found');
          return;
        }
        if (request.url?.includes('watch=true')) {
          response.flushHeaders();
          return;
        }
        paths.push(`${request.url}`);
        response.end('{"metadata":{"resourceVersion":"5"},"items":[{},{},{}]}');
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      url = `http://127.0.0.1:${
        typeof address === 'object' ? address?.port : ''
      }`;
    });
    afterEach(async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });

    it('logs the first object of each watch that is not understood, and stays live', async () => {
      const { watcher, sink, logger } = create({ clusters: [readable], url });
      const running = await watcher.start();
      await until(
        () => [...sink.states.values()],
        states => states.every(({ kind }) => kind === 'live'),
      );
      expect(logger.warn.mock.calls).toHaveLength(kinds.length);
      expect(logger.warn.mock.calls[0][0]).toContain(
        "of cluster 'prod-1' is left out, because it was not understood: metadata.uid has to be a text, found nothing",
      );
      await running.stop();
    });

    it.each([
      ['info', 'Rollout', 404, '/rollouts', 'not-served'],
      ['warn', 'Pod', 404, '/api/v1/pods', 'not-served'],
      ['warn', 'Rollout', 403, '/rollouts', 'forbidden'],
      // Whoever does not grant that may have a reason, and misses nothing much.
      ['info', 'Application', 403, '/applications', 'forbidden'],
    ] as const)(
      'says once, on level %s, that %s answers %d',
      async (level, kind, status, path, reason) => {
        refused = { path, status };
        const { watcher, sink, clock, logger } = create({
          clusters: [readable],
          url,
        });
        const running = await watcher.start();
        for (let attempt = 0; attempt < 3; attempt++) {
          await until(
            () => [...sink.states.values()],
            states =>
              states.filter(state => state.kind === 'live').length ===
                kinds.length - 1 &&
              states.every(state => state.kind !== 'syncing') &&
              clock.sleeping().length === kinds.length + 1,
          );
          clock.advance(5_000);
        }
        expect(sink.states.get(`prod-1/${kind}`)).toMatchObject({
          kind: 'dark',
          problem: { reason },
        });
        const words = logger[level].mock.calls
          .map(([message]) => message)
          .filter(message => message.includes('is dark'));
        expect(words).toEqual([
          expect.stringMatching(
            `^Watch of ${kind} on cluster 'prod-1' is dark: .* ${status}`,
          ),
        ]);
        await running.stop();
      },
    );

    it('reads only the namespaces that it may, each kind with one state, and no nodes', async () => {
      const namespaces = ['payments-team', 'inventory-team'];
      const { watcher, sink } = create({
        clusters: [{ ...readable, namespaces }],
        url,
      });
      const running = await watcher.start();
      await until(
        () => [...sink.states.values()],
        states => states.every(({ kind }) => kind === 'live'),
      );
      expect(sink.clusters.get('prod-1')).toMatchObject({ namespaces });
      expect(sink.states.has('prod-1/Node')).toBe(false);
      expect(sink.lists).toHaveLength((kinds.length - 1) * 2);
      expect(sink.lists).toContainEqual({
        cluster: 'prod-1',
        kind: 'Deployment',
        namespace: 'inventory-team',
      });
      expect(sink.skips).toBe(sink.lists.length * 3);
      expect(paths).toContainEqual(
        '/apis/apps/v1/namespaces/payments-team/deployments?limit=500',
      );
      expect(
        paths.filter(path => path.startsWith('/api/v1/namespaces?')).sort(),
      ).toEqual([
        '/api/v1/namespaces?limit=500&fieldSelector=metadata.name%3Dinventory-team',
        '/api/v1/namespaces?limit=500&fieldSelector=metadata.name%3Dpayments-team',
      ]);
      await running.stop();
    });

    it('reads everything anew where another API server stands under the name of a cluster', async () => {
      const { watcher, sink, fleet } = create({ clusters: [readable], url });
      const running = await watcher.start();
      await until(
        () => [...sink.states.values()],
        states => states.every(({ kind }) => kind === 'live'),
      );
      const lists = sink.lists.length;
      fleet.url = `${url}/another`;
      fleet.changed();
      await until(
        () => sink.lists.length,
        count => count === lists * 2,
      );
      expect(
        paths.slice(lists).every(path => path.startsWith('/another/')),
      ).toBe(true);
      await running.stop();
    });

    it('closes every connection when it is stopped', async () => {
      const { watcher, sink } = create({ clusters: [readable], url });
      const running = await watcher.start();
      await until(
        () => [...sink.states.values()],
        states => states.every(({ kind }) => kind === 'live'),
      );
      expect(await connectionsOf(server)).toBeGreaterThan(0);
      await running.stop();
      const left = await until(
        () => connectionsOf(server),
        count => count === 0,
      );
      expect(left).toBe(0);
    });
  });
});
