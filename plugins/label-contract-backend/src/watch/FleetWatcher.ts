import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Facts,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import {
  ClusterAccess,
  KnownCluster,
  requestCluster,
} from '@portal-operations/plugin-label-contract-node';
import { Clock } from './Clock';
import { Reflector, ReflectorSink } from './Reflector';
import { Turns } from './Turns';
import { watchedKinds } from './watchedKinds';

/** One kind on one cluster. */
export interface WatchKey {
  readonly cluster: string;
  readonly kind: WatchedKind;
}

/** Where everything goes that the watches bring. */
export interface FactsSink {
  /** These are all objects of that kind on that cluster: whatever else is known of it is gone. */
  replaceAll(key: WatchKey, facts: readonly Facts[]): void;
  put(facts: Facts): void;
  remove(key: WatchKey, uid: string): void;
  setWatchState(key: WatchKey, state: WatchState): void;
}

/**
 * Keeps what matters of one object.
 *
 * @throws Error for an object that is not understood; it is counted and left out.
 */
export type FactsParser = (object: unknown, cluster: string) => Facts;

/** What a {@link FleetWatcher} needs. */
export interface FleetWatcherOptions {
  readonly access: ClusterAccess;
  readonly parsers: Readonly<Record<WatchedKind, FactsParser>>;
  readonly sink: FactsSink;
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  random(): number;
  readonly logger: LoggerService;
}

/** What was started, and how to end it. */
export interface RunningFleetWatcher {
  /** Ends every watch; resolves when all connections are closed. */
  stop(): Promise<void>;
}

/** Lists of one cluster that are read at the same time: each may hold some megabytes while it lasts. */
const LISTS_AT_ONCE = 3;

/** In the order in which they are listed. */
const kindsToWatch = Object.keys(watchedKinds).filter(isWatchedKind);

/** Watches every kind of every cluster; each on its own, so that one never waits for another. */
export class FleetWatcher {
  readonly #options: FleetWatcherOptions;

  constructor(options: FleetWatcherOptions) {
    this.#options = options;
  }

  /**
   * Starts to watch. Resolves when the clusters are known and each watch has a state, without waiting
   * for an answer of any cluster.
   */
  async start(): Promise<RunningFleetWatcher> {
    const clusters = await this.#options.access.listClusters();
    const controller = new AbortController();

    const running = clusters.flatMap(cluster => {
      // Of each cluster its own: one that hangs holds up nobody else.
      const lists = new Turns(LISTS_AT_ONCE);
      return kindsToWatch.map(kind =>
        this.#watch({ cluster, kind, lists, signal: controller.signal }),
      );
    });

    return {
      async stop() {
        controller.abort();
        await Promise.all(running);
      },
    };
  }

  async #watch(options: {
    cluster: KnownCluster;
    kind: WatchedKind;
    lists: Turns;
    signal: AbortSignal;
  }): Promise<void> {
    const { access, clock, random, parsers } = this.#options;
    const { cluster, kind, lists, signal } = options;
    const sink = this.#sinkOf({ cluster: cluster.name, kind });

    if (!cluster.isReadable) {
      sink.setState({
        kind: 'dark',
        since: clock.now().toISOString(),
        problem: {
          reason: 'no-background-access',
          message:
            cluster.whyNot ??
            `Cluster '${cluster.name}' cannot be read in the background`,
        },
      });
      return;
    }

    sink.setState({ kind: 'syncing' });
    const reflector = new Reflector<Facts>({
      cluster: cluster.name,
      resource: watchedKinds[kind],
      // Asked for anew each time: files with tokens and certificates are replaced while we run.
      request: async request =>
        requestCluster(await access.endpointOf(cluster.name), request),
      parse: object => parsers[kind](object, cluster.name),
      sink,
      lists,
      clock,
      random,
    });
    await reflector.run(signal);
  }

  #sinkOf(key: WatchKey): ReflectorSink<Facts> {
    const { sink } = this.#options;
    const logger = this.#options.logger.child({ ...key });
    let state: WatchState['kind'] | undefined;
    let skipped = 0;

    return {
      replaceAll: facts => sink.replaceAll(key, facts),
      put: facts => sink.put(facts),
      remove: uid => sink.remove(key, uid),
      setState(next) {
        sink.setWatchState(key, next);
        if (next.kind !== state) {
          logState(logger, key, next);
        }
        state = next.kind;
      },
      skipped(reason) {
        skipped += 1;
        // The first of each watch says what is wrong; a broken controller could make thousands.
        if (skipped === 1) {
          logger.warn(
            `A ${key.kind} of cluster '${key.cluster}' is left out, because it was not understood: ${reason}. ` +
              `Further ones are left out without a word`,
          );
        }
      },
    };
  }
}

function isWatchedKind(name: string): name is WatchedKind {
  return Object.hasOwn(watchedKinds, name);
}

function logState(
  logger: LoggerService,
  { cluster, kind }: WatchKey,
  state: WatchState,
): void {
  if (state.kind === 'syncing' || state.kind === 'live') {
    logger.info(`Watch of ${kind} on cluster '${cluster}' is ${state.kind}`);
    return;
  }
  const words = `Watch of ${kind} on cluster '${cluster}' is ${state.kind}: ${state.problem.message}`;
  if (
    state.problem.reason === 'not-served' &&
    watchedKinds[kind].isOptional === true
  ) {
    logger.info(words);
    return;
  }
  logger.warn(words);
}
