import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  Facts,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { KnownCluster } from '@portal-operations/plugin-label-contract-node';
import { createServer, Server } from 'node:http';
import { once } from 'node:events';
import { ManualClock } from '../tests/ManualClock';
import { until } from '../tests/until';
import { FactsSink, FleetWatcher, FleetWatcherOptions } from './FleetWatcher';
import { watchedKinds } from './watchedKinds';

/** Remembers only states. */
class StateSink implements FactsSink {
  readonly states = new Map<string, WatchState>();

  replaceAll(): void {}
  put(_facts: Facts): void {}
  remove(): void {}

  setWatchState(
    { cluster, kind }: { cluster: string; kind: WatchedKind },
    state: WatchState,
  ): void {
    this.states.set(`${cluster}/${kind}`, state);
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
};

function create(options: { clusters: KnownCluster[]; url?: string }) {
  const { clusters, url } = options;
  const sink = new StateSink();
  const clock = new ManualClock();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const watcher = new FleetWatcher({
    access: {
      listClusters: async () => clusters,
      endpointOf: async () => {
        if (!url) {
          throw new ServiceUnavailableError('No way there');
        }
        return {
          name: 'prod-1',
          url,
          skipTlsVerify: false,
          headers: async () => ({}),
        };
      },
    },
    parsers: refuseAll,
    sink,
    clock,
    random: () => 0,
    logger,
  });
  return { watcher, sink, clock, logger };
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

  it('logs that a watch went dark once, however often it is tried', async () => {
    const { watcher, sink, clock, logger } = create({ clusters: [readable] });
    const running = await watcher.start();
    for (let attempt = 0; attempt < 5; attempt++) {
      await until(
        () => clock.sleeping(),
        sleeping => sleeping.length === kinds.length,
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
    let notServed: string | undefined;

    beforeEach(async () => {
      notServed = undefined;
      server = createServer((request, response) => {
        if (notServed && request.url?.includes(notServed)) {
          response.statusCode = 404;
          response.end('404 page not found');
          return;
        }
        if (request.url?.includes('watch=true')) {
          response.flushHeaders();
          return;
        }
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
      { missing: '/rollouts', kind: 'Rollout', level: 'info' as const },
      { missing: '/api/v1/pods', kind: 'Pod', level: 'warn' as const },
    ])(
      'says once, on level $level, that $kind is not served',
      async ({ missing, kind, level }) => {
        notServed = missing;
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
                kinds.length - 1 && clock.sleeping().length === kinds.length,
          );
          clock.advance(5_000);
        }
        expect(sink.states.get(`prod-1/${kind}`)).toMatchObject({
          kind: 'dark',
          problem: { reason: 'not-served' },
        });
        const words = logger[level].mock.calls
          .map(([message]) => message)
          .filter(message => message.includes('is dark'));
        expect(words).toEqual([
          expect.stringMatching(
            `^Watch of ${kind} on cluster 'prod-1' is dark: .* 404`,
          ),
        ]);
        await running.stop();
      },
    );

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
