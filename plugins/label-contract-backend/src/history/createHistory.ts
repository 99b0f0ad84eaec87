import {
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { randomUUID } from 'node:crypto';
import { HistoryReader } from '../reports/HistoryReader';
import { ChangeJournal } from './ChangeJournal';
import { DatabaseHistoryReader, OpenHistory } from './DatabaseHistoryReader';
import { migrateHistory } from './HistoryDatabase';
import { HistoryMirror } from './HistoryMirror';
import { HistoryRecorder, HistoryRecorderOptions } from './HistoryRecorder';
import { HistoryStore } from './HistoryStore';
import { SeenClaims } from './SeenClaims';
import { seenClaimsOf } from './seenClaimsOf';
import { trackedKeysOf } from './trackedKeysOf';

/**
 * One replica writes at a time. After it was killed nobody does for so long as its lease lasts; what
 * happens meanwhile is taken down by the others, and written then.
 */
const LEASE = { frequency: { seconds: 10 }, timeout: { minutes: 2 } };
const REFRESH_MS = 10_000;
const FORGET = { frequency: { hours: 6 }, timeout: { minutes: 10 } };

/** Options of {@link createHistory}. */
export interface HistoryOptions {
  readonly database: DatabaseService;
  readonly scheduler: SchedulerService;
  readonly index: HistoryRecorderOptions['index'];
  /** What the catalog claims, as it was read last; undefined before the first time. */
  readonly catalog: {
    readonly entities: readonly Entity[] | undefined;
    readonly readAt: Date | undefined;
  };
  /** Which clusters the claim of an entity reaches; undefined for all of them. */
  readonly clustersOf: (entity: Entity) => readonly string[] | undefined;
  /** Milliseconds after which a transition is forgotten. */
  readonly retentionMs: number;
  readonly logger: LoggerService;
  readonly observer?: HistoryObserver;
  readonly now: () => Date;
  readonly elapsedMs: () => number;
  /** Resolves early, and never rejects, when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Is told how the history fares, so that it can be measured. It must not throw. */
export interface HistoryObserver {
  /** The database did what was asked of it, or failed. */
  asked(failure?: unknown): void;
}

/** A history that is kept. */
export interface History {
  readonly reader: HistoryReader;
  /**
   * Keeps history until the signal is aborted, and writes what waits then. To be called before the
   * watches start, as what they bring from then on is taken down; never rejects.
   */
  run(signal: AbortSignal): Promise<void>;
}

/**
 * The history of all clusters and claims. Needs no database to be there: without one, everything else
 * goes on, and it is tried again every 10 s.
 */
export function createHistory(options: HistoryOptions): History {
  const { logger, now, elapsedMs, sleep, index, scheduler } = options;

  const claims = memoizedClaims(options);
  const keys = memoizedKeys(claims);
  const journal = new ChangeJournal({ index, keys, now });

  let open: (OpenHistory & { refresh: () => Promise<void> }) | undefined;
  let recording: Promise<void> = Promise.resolve();
  let isFailing = false;
  let isScheduled = false;

  const failed = (error: unknown) => {
    options.observer?.asked(error);
    // Once for each outage: the next try is seconds away, and an outage may last.
    if (!isFailing) {
      logger.warn(
        'The history cannot be kept: its database fails. Reports go on without what happened lately; it is tried again every 10 s',
        error instanceof Error ? error : new Error(String(error)),
      );
    }
    isFailing = true;
  };

  const connect = async () => {
    const database = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await migrateHistory(database);
    }
    const store = new HistoryStore({ database, recorder: randomUUID() });
    const mirror = new HistoryMirror({
      store,
      onStored: transition => {
        if (!store.isOwn(transition)) {
          const { cluster, uid } = transition.workload;
          const { before, after } = transition;
          journal.noteStored({ cluster, uid, before, after });
        }
      },
    });
    const refresh = async () => {
      const { watches } = await mirror.refresh();
      const observedAt = new Map(
        watches.map(watch => [`${watch.kind} ${watch.cluster}`, watch]),
      );
      journal.noteObserved(
        ({ kind, cluster }) => observedAt.get(`${kind} ${cluster}`)?.observedAt,
      );
    };
    await refresh();
    return { store, view: mirror, refresh };
  };

  const schedule = async (
    { store, refresh }: NonNullable<typeof open>,
    signal: AbortSignal,
  ) => {
    const recorder = new HistoryRecorder({
      ...{ store, journal, index, claims, keys, refresh },
      ...{ now, elapsedMs, sleep },
    });
    await scheduler.scheduleTask({
      id: 'record-history',
      scope: 'global',
      ...LEASE,
      signal,
      fn: async lease => {
        recording = recorder
          .record(AbortSignal.any([lease, signal]))
          .catch(failed);
        await recording;
      },
    });
    await scheduler.scheduleTask({
      id: 'forget-history',
      scope: 'global',
      ...FORGET,
      signal,
      fn: async () => {
        const limit = new Date(now().getTime() - options.retentionMs);
        const forgotten = await store.forgetBefore(limit).catch(failed);
        if (forgotten) {
          logger.info(
            `${forgotten} transitions from before ${limit.toISOString()} are forgotten`,
          );
        }
      },
    });
  };

  const readAgainAndAgain = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        open ??= await connect();
        if (!isScheduled) {
          await schedule(open, signal);
          isScheduled = true;
        }
        await open.refresh();
        options.observer?.asked();
        if (isFailing) {
          logger.info('The history is kept again: its database answers');
        }
        isFailing = false;
      } catch (error) {
        if (!signal.aborted) {
          failed(error);
        }
      }
      await sleep(REFRESH_MS, signal);
    }
  };
  const noteMoments = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      journal.noteMoments();
      await sleep(REFRESH_MS / 2, signal);
    }
  };

  return {
    reader: new DatabaseHistoryReader({
      open: () => open,
      clustersOf: options.clustersOf,
      retentionMs: options.retentionMs,
      now,
      failed,
    }),
    async run(signal) {
      const unsubscribe = journal.start();
      await Promise.all([readAgainAndAgain(signal), noteMoments(signal)]);
      await recording;
      unsubscribe();
    },
  };
}

/** Another object only once the catalog was read again. */
function memoizedClaims({ catalog, clustersOf }: HistoryOptions) {
  let of: Date | undefined;
  let seen: SeenClaims | undefined;
  return () => {
    const { entities, readAt } = catalog;
    if (entities && readAt && readAt !== of) {
      seen = seenClaimsOf(entities, { readAt, clustersOf });
      of = readAt;
    }
    return seen;
  };
}

/** Another array only once the keys are others. */
function memoizedKeys(claims: () => SeenClaims | undefined) {
  let of: SeenClaims | undefined;
  let keys = trackedKeysOf([]);
  return () => {
    const seen = claims();
    if (seen && seen !== of) {
      const next = trackedKeysOf(seen.claims);
      keys = next.join() === keys.join() ? keys : next;
      of = seen;
    }
    return keys;
  };
}
