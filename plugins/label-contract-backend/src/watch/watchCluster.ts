import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Facts,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import {
  ClusterRequest,
  ClusterResponse,
  KnownCluster,
} from '@portal-operations/plugin-label-contract-node';
import { Clock } from './Clock';
import { Discovery } from './Discovery';
import { FactsSink, WatchKey } from './FactsSink';
import { Reflector } from './Reflector';
import { ReflectorSink } from './ReflectorSink';
import { Turns } from './Turns';
import { watchedKinds } from './watchedKinds';
import { WatchObserver } from './WatchObserver';
import { worstWatchState } from './worstWatchState';

/**
 * Keeps what matters of one object.
 *
 * @throws Error for an object that is not understood; it is counted and left out.
 */
export type FactsParser = (object: unknown, cluster: string) => Facts;

/** What it takes to watch clusters, whichever they are. */
export interface ClusterWatching {
  readonly parsers: Readonly<Record<WatchedKind, FactsParser>>;
  readonly sink: FactsSink;
  /** Reads a page of a list only in turn with those of other clusters. */
  readonly pages: Turns;
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  random(): number;
  readonly logger: LoggerService;
  readonly observer?: WatchObserver;
}

/** Lists of one cluster that are read at the same time: each is work for its API server. */
const LISTS_AT_ONCE = 3;

/** In the order in which they are listed. */
const kindsToWatch = Object.keys(watchedKinds).filter(isWatchedKind);

/** Watches every kind of one cluster, each on its own, until the signal is aborted. */
export async function watchCluster(
  options: ClusterWatching & {
    readonly cluster: KnownCluster;
    /** Its address; undefined where it cannot be told. */
    readonly url?: string;
    /** Sends one request to the cluster, with a fresh credential. */
    request(request: ClusterRequest): Promise<ClusterResponse>;
    /** How long to wait before the cluster is asked anything. */
    readonly delayMs: number;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { cluster, url, sink, clock, request, delayMs, signal } = options;
  const { name, title, account, namespaces } = cluster;
  sink.setCluster({ name, title, account, namespaces, url });

  const watches = kindsToWatch
    .filter(kind => !namespaces || kind !== 'Node')
    .map(kind => ({ kind, sinks: sinksOf({ ...options, kind }) }));

  if (!cluster.isReadable) {
    const state = withoutAccess(cluster, clock.now());
    watches.forEach(({ sinks }) => sinks.forEach(each => each.setState(state)));
    return;
  }
  watches.forEach(({ sinks }) =>
    sinks.forEach(each => each.setState({ kind: 'syncing' })),
  );
  if (delayMs > 0) {
    await clock.sleep(delayMs, signal);
  }

  const shared = {
    cluster: name,
    request,
    clock,
    random: options.random,
    observer: options.observer,
    discovery: new Discovery({ cluster: name, request, clock, signal }),
    // Of each cluster its own: one that hangs holds up nobody else.
    lists: new Turns(LISTS_AT_ONCE),
    pages: options.pages,
  };
  await Promise.all(
    watches.flatMap(({ kind, sinks }) =>
      sinks.map(({ namespace, ...partSink }) =>
        new Reflector<Facts>({
          ...shared,
          resource: watchedKinds[kind],
          namespace,
          parse: object => options.parsers[kind](object, name),
          sink: partSink,
        }).run(signal),
      ),
    ),
  );
}

/** A sink for all objects of a kind; or one for those of each namespace. */
interface PartSink extends ReflectorSink<Facts> {
  readonly namespace?: string;
}

/** Sinks whose states are told as one, and whose objects go the same way. */
function sinksOf(
  options: ClusterWatching & {
    readonly cluster: KnownCluster;
    readonly kind: WatchedKind;
  },
): PartSink[] {
  const { sink, cluster, kind, observer } = options;
  const key: WatchKey = { cluster: cluster.name, kind };
  const logger = options.logger.child({ ...key });
  const parts: readonly (string | undefined)[] = cluster.namespaces ?? [
    undefined,
  ];
  const states = new Map<string | undefined, WatchState>(
    parts.map(part => [part, { kind: 'syncing' }]),
  );
  let told: WatchState['kind'] | undefined;
  let skipped = 0;

  return parts.map(namespace => ({
    namespace,
    replaceAll: facts => sink.replaceAll({ ...key, namespace }, facts),
    put: facts => sink.put(facts),
    remove: uid => sink.remove(key, uid),
    setState(state) {
      states.set(namespace, state);
      const worst = worstWatchState(states.values());
      sink.setWatchState(key, worst);
      if (worst.kind !== told) {
        logState(logger, key, worst);
      }
      told = worst.kind;
    },
    skipped(reason) {
      skipped += 1;
      sink.noteSkipped(key);
      observer?.skipped(kind);
      // The first of each watch says what is wrong; a broken controller could make thousands.
      if (skipped === 1) {
        logger.warn(
          `A ${kind} of cluster '${cluster.name}' is left out, because it was not understood: ${reason}. ` +
            `Further ones are left out without a word`,
        );
      }
    },
  }));
}

function withoutAccess({ name, whyNot }: KnownCluster, now: Date): WatchState {
  return {
    kind: 'dark',
    since: now.toISOString(),
    problem: {
      reason: 'no-background-access',
      message: whyNot ?? `Cluster '${name}' cannot be read in the background`,
    },
  };
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
  const { isOptional, isDispensable } = watchedKinds[kind];
  const { reason } = state.problem;
  if (
    (reason === 'not-served' && isOptional === true) ||
    (reason === 'forbidden' && isDispensable === true)
  ) {
    logger.info(words);
    return;
  }
  logger.warn(words);
}
