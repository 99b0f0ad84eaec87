import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  ClusterAccess,
  KnownCluster,
  requestCluster,
} from '@portal-operations/plugin-label-contract-node';
import { isDeepStrictEqual } from 'node:util';
import { backoffMs } from './backoff';
import { Turns } from './Turns';
import { ClusterWatching, watchCluster } from './watchCluster';

/** What a {@link FleetWatcher} needs. */
export interface FleetWatcherOptions extends Omit<ClusterWatching, 'pages'> {
  readonly access: ClusterAccess;
  readonly logger: LoggerService;
}

/** What was started, and how to end it. */
export interface RunningFleetWatcher {
  /** Ends every watch; resolves when all connections are closed. */
  stop(): Promise<void>;
}

/** Clusters come and go by hand, or with a catalog: a minute is soon enough. */
const LOOK_EVERY_MS = 60_000;
/**
 * Pages of lists that are read at the same time, of all clusters together: each is some megabytes, and
 * the lists of hundreds of clusters would else be in memory at once.
 */
const PAGES_AT_ONCE = 10;
/** A page that takes longer is that of a cluster which hangs. */
const LONGEST_TURN_MS = 5_000;
/** Clusters that are found together are begun one after the other: 300 of them within half a minute. */
const BEGIN_EVERY_MS = 100;
const BEGIN_WITHIN_MS = 30_000;

interface WatchedCluster {
  readonly cluster: KnownCluster;
  /** Undefined where it cannot be told at this moment. */
  readonly url: string | undefined;
  stop(): Promise<void>;
}

/**
 * Watches every kind of every cluster; each on its own, so that one never waits for another. Clusters
 * come and go while it runs.
 */
export class FleetWatcher {
  readonly #options: FleetWatcherOptions;
  readonly #pages: Turns;
  readonly #watched = new Map<string, WatchedCluster>();
  /** Aborted when it is worth looking for clusters at once. */
  #news = new AbortController();

  constructor(options: FleetWatcherOptions) {
    this.#options = options;
    this.#pages = new Turns(PAGES_AT_ONCE, {
      milliseconds: LONGEST_TURN_MS,
      clock: options.clock,
    });
  }

  /**
   * Starts to watch. Resolves when the clusters are known and each watch has a state, without waiting
   * for an answer of any cluster. Where it cannot be told which clusters there are, that is tried again.
   */
  async start(): Promise<RunningFleetWatcher> {
    const controller = new AbortController();
    const { signal } = controller;
    const unsubscribe = this.#options.access.subscribe?.(() =>
      this.#news.abort(),
    );
    const failures = await this.#look(0);
    const looking = this.#keepLooking(failures, signal);

    return {
      stop: async () => {
        unsubscribe?.();
        controller.abort();
        this.#news.abort();
        await looking;
        await Promise.all(
          [...this.#watched.values()].map(watched => watched.stop()),
        );
      },
    };
  }

  async #keepLooking(atFirst: number, signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#options;
    let failures = atFirst;
    while (!signal.aborted) {
      const pauseMs =
        failures === 0
          ? LOOK_EVERY_MS
          : backoffMs({ failures, random: random() });
      await clock.sleep(pauseMs, this.#news.signal);
      if (!signal.aborted) {
        this.#news = new AbortController();
        failures = await this.#look(failures);
      }
    }
  }

  /** Asks which clusters there are, and returns how often that failed in a row. */
  async #look(failures: number): Promise<number> {
    const { access, logger } = this.#options;
    try {
      await this.#take(await access.listClusters());
      return 0;
    } catch (error) {
      if (failures === 0) {
        logger.warn(
          `It cannot be told which clusters there are, so those that are known stay: ${
            isError(error) ? error.message : String(error)
          }`,
        );
      }
      return failures + 1;
    }
  }

  /** Goes over to these clusters. */
  async #take(clusters: readonly KnownCluster[]): Promise<void> {
    const { sink, logger } = this.#options;
    const names = new Set(clusters.map(({ name }) => name));
    for (const name of [...this.#watched.keys()]) {
      if (!names.has(name)) {
        await this.#forget(name);
        logger.info(`Cluster '${name}' is no longer configured`);
      }
    }

    const spreadMs = Math.min(
      clusters.length * BEGIN_EVERY_MS,
      BEGIN_WITHIN_MS,
    );
    for (const cluster of clusters) {
      const { name, title, account, namespaces } = cluster;
      const url = await this.#urlOf(cluster);
      const known = this.#watched.get(name);
      if (known && !isReadInAnotherWay(known, { cluster, url })) {
        const address = url ?? known.url;
        if (
          !isDeepStrictEqual(known.cluster, cluster) ||
          known.url !== address
        ) {
          this.#watched.set(name, { ...known, cluster, url: address });
          sink.setCluster({ name, title, account, namespaces, url: address });
        }
        continue;
      }
      if (known) {
        await this.#forget(name);
        logger.info(`Cluster '${name}' is read in another way from now on`);
      }
      this.#begin({ cluster, url, spreadMs });
    }
  }

  #begin(options: {
    cluster: KnownCluster;
    url: string | undefined;
    spreadMs: number;
  }): void {
    const { access, random } = this.#options;
    const { cluster, url, spreadMs } = options;
    const controller = new AbortController();
    const watching = watchCluster({
      ...this.#options,
      cluster,
      url,
      // Asked for anew each time: files with tokens and certificates are replaced while we run.
      request: async request =>
        requestCluster(await access.endpointOf(cluster.name), request),
      pages: this.#pages,
      delayMs: Math.round(spreadMs * random()),
      signal: controller.signal,
    });
    this.#watched.set(cluster.name, {
      cluster,
      url,
      async stop() {
        controller.abort();
        await watching;
      },
    });
  }

  async #forget(name: string): Promise<void> {
    await this.#watched.get(name)?.stop();
    this.#watched.delete(name);
    this.#options.sink.removeCluster(name);
  }

  async #urlOf({
    name,
    isReadable,
  }: KnownCluster): Promise<string | undefined> {
    if (!isReadable) {
      return undefined;
    }
    try {
      return (await this.#options.access.endpointOf(name)).url;
    } catch {
      // Each watch meets the same error, and tells it.
      return undefined;
    }
  }
}

/**
 * Whether what is known of a cluster says nothing about it any more: under its name stands another API
 * server, or others of its namespaces.
 */
function isReadInAnotherWay(
  before: Omit<WatchedCluster, 'stop'>,
  after: Omit<WatchedCluster, 'stop'>,
): boolean {
  return (
    before.cluster.isReadable !== after.cluster.isReadable ||
    before.cluster.whyNot !== after.cluster.whyNot ||
    !isDeepStrictEqual(before.cluster.namespaces, after.cluster.namespaces) ||
    (before.url !== undefined &&
      after.url !== undefined &&
      before.url !== after.url)
  );
}
