import { startCountingProxy, CountingProxy } from '../cluster/CountingProxy';
import { KubernetesClient } from '../cluster/KubernetesClient';
import { BenchCluster, startBenchCluster } from '../cluster/startBenchCluster';
import { createFleet } from '../fleet/createFleet';
import { entitiesOf, firstServices, servicesFor } from '../fleet/Fleet';
import { mapConcurrently } from '../fleet/mapConcurrently';
import { startBenchPortal } from '../portal/startBenchPortal';
import { Bench } from '../result/Bench';
import { median } from '../result/median';

/** Lists that are read at the same time by the plain client: as many as ours reads of one cluster. */
const LISTS_AT_ONCE = 3;

/** Objects of one page, as ours asks for. */
const PAGE = 500;

/**
 * What it costs to start: from the first connection until every kind is watched and in the index, beside a
 * plain client that lists the same kinds, page by page, and parses them. Both go through the same proxy.
 */
export const benchStartUp: Bench = {
  name: 'start-up',
  async run(context) {
    const { isQuick, log, signal } = context;
    const deployments = isQuick ? 200 : 10_000;
    const rounds = isQuick ? 1 : 5;
    const services = servicesFor(deployments);

    const cluster = await startBenchCluster(context);
    const proxy = await startCountingProxy(cluster.url);
    try {
      log(`Creating ${deployments} Deployments with their pods`);
      const fleet = await createFleet(cluster, { now: new Date(), signal });
      await fleet.growTo(services);

      // The first start warms up both sides, and tells which kinds ours reads.
      await startOnce({ cluster, proxy, services });
      const paths = listedIn(await cluster.audit.news());
      await listAll({ cluster, proxy, paths });

      const ours: Cost[] = [];
      const plain: Cost[] = [];
      for (let round = 0; round < rounds; round += 1) {
        signal.throwIfAborted();
        log(`Round ${round + 1} of ${rounds}`);
        ours.push(await startOnce({ cluster, proxy, services }));
        plain.push(await listAll({ cluster, proxy, paths }));
      }
      const seconds = (costs: Cost[]) =>
        median(costs.map(({ ms }) => ms)) / 1000;
      const megabytes = (costs: Cost[]) =>
        median(costs.map(({ bytes }) => bytes)) / 1e6;

      return {
        name: 'start-up',
        what: `from the first connection to a synced index, with ${deployments.toLocaleString(
          'en',
        )} Deployments, as many ReplicaSets and pods; medians of ${rounds}`,
        tables: [
          {
            title: `The same ${paths.length} kinds of one cluster`,
            columns: ['who', 'seconds', 'MB from the API server'],
            rows: [
              ['a plain client that lists', seconds(plain), megabytes(plain)],
              [
                'ours, until every watch is live',
                seconds(ours),
                megabytes(ours),
              ],
            ],
          },
        ],
        figures: [
          {
            what: 'bytes, synced index / one full list',
            value: megabytes(ours) / megabytes(plain),
            unit: 'times',
            atMost: 1.1,
          },
          {
            what: 'time, synced index / one full list',
            value: seconds(ours) / seconds(plain),
            unit: 'times',
          },
        ],
      };
    } finally {
      await proxy.stop();
      await cluster.stop();
    }
  },
};

interface Cost {
  readonly ms: number;
  readonly bytes: number;
}

async function startOnce(options: {
  cluster: BenchCluster;
  proxy: CountingProxy;
  services: number;
}): Promise<Cost> {
  const { cluster, proxy, services } = options;
  proxy.take();
  const connected = proxy.nextConnection();
  const portal = await startBenchPortal({
    cluster: { ...cluster, url: proxy.url },
    entities: entitiesOf(firstServices(services)),
    plugins: ['label-contract'],
  });
  try {
    await portal.untilLive();
    const liveAt = performance.now();
    return { ms: liveAt - (await connected), bytes: proxy.take().bytes };
  } finally {
    await portal.stop();
  }
}

async function listAll(options: {
  cluster: BenchCluster;
  proxy: CountingProxy;
  paths: readonly string[];
}): Promise<Cost> {
  const { cluster, proxy, paths } = options;
  const client = new KubernetesClient({
    ...cluster,
    url: proxy.url,
    connections: LISTS_AT_ONCE,
  });
  proxy.take();
  const connected = proxy.nextConnection();
  try {
    await mapConcurrently(paths, LISTS_AT_ONCE, path => listOne(client, path));
    const endedAt = performance.now();
    return { ms: endedAt - (await connected), bytes: proxy.take().bytes };
  } finally {
    client.close();
  }
}

async function listOne(client: KubernetesClient, path: string): Promise<void> {
  let token: string | undefined = '';
  while (token !== undefined) {
    const query = new URLSearchParams({ limit: `${PAGE}`, continue: token });
    const page: unknown = JSON.parse(
      await client.send({ path: `${path}?${query}` }),
    );
    token = continueTokenOf(page);
  }
}

function continueTokenOf(page: unknown): string | undefined {
  if (
    typeof page === 'object' &&
    page !== null &&
    'metadata' in page &&
    typeof page.metadata === 'object' &&
    page.metadata !== null
  ) {
    return 'continue' in page.metadata && page.metadata.continue !== ''
      ? `${page.metadata.continue}`
      : undefined;
  }
  throw new Error('A page of a list has no metadata');
}

/** The paths of which a list was asked for, each once. */
function listedIn(
  requests: readonly { readonly verb: string; readonly uri: string }[],
): string[] {
  return [
    ...new Set(
      requests
        .filter(({ verb }) => verb === 'list')
        .map(({ uri }) => uri.split('?')[0]),
    ),
  ];
}
