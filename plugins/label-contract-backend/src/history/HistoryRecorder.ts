import {
  ClusterFacts,
  FactsView,
} from '@portal-operations/plugin-label-contract-common';
import {
  ChangeJournal,
  ObservedIndex,
  REMEMBERED_KINDS,
  WatchKey,
} from './ChangeJournal';
import { changesOfClaims } from './changesOfClaims';
import {
  HistoryStore,
  ObservedWatch,
  StoredObservation,
  WorkloadSteps,
} from './HistoryStore';
import { MatchRounds } from './MatchRounds';
import { isRemembered, looksTheSame, Observation } from './Observation';
import { reconcile, SeenChange, Step } from './reconcile';
import { SeenClaims } from './SeenClaims';

/** Workloads that are read, compared and written at a time. */
const PAGE = 500;
/** Between two looks at what waits. */
const PASS_MS = 1_000;
/** How often it is noted that nothing happened, and how often the workloads of claims are counted. */
const ROUND_MS = 10_000;
/** Counting may take a twentieth of the time, no more. */
const SHARE_OF_COUNTING = 20;

/** Options of {@link HistoryRecorder}. */
export interface HistoryRecorderOptions {
  readonly store: HistoryStore;
  readonly journal: ChangeJournal;
  readonly index: ObservedIndex &
    Pick<FactsView, 'workloadsMatching'> & { readonly generation: number };
  /** The claims of the catalog as they were read last; undefined before the first time. */
  readonly claims: () => SeenClaims | undefined;
  /** Label keys to look at; another object once they are others. */
  readonly keys: () => readonly string[];
  /** Reads what other replicas stored. */
  readonly refresh: () => Promise<void>;
  readonly now: () => Date;
  readonly elapsedMs: () => number;
  /** Resolves early, and never rejects, when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Writes history for as long as this replica is the one that does. What the watches saw is written as
 * they saw it; what happened while nobody looked is found by comparing what is there with what is
 * stored, and gets the two moments between which it happened.
 */
export class HistoryRecorder {
  readonly #options: HistoryRecorderOptions;
  /** Label keys of the last comparison of everything; undefined where that is to be made. */
  #lookedAt: readonly string[] | undefined;

  constructor(options: HistoryRecorderOptions) {
    this.#options = options;
  }

  /**
   * Writes until the signal is aborted, and then what still waits.
   *
   * @throws Error where the database fails, or another replica began to write.
   */
  async record(signal: AbortSignal): Promise<void> {
    const { store, refresh, sleep } = this.#options;
    const { term, isOwnSuccessor } = await store.beginTerm();
    // From here on nobody else writes: what waits here after this, nobody has written.
    await refresh();
    if (!isOwnSuccessor) {
      this.#lookedAt = undefined;
    }
    const pass = await this.#startPasses(term);
    while (!signal.aborted) {
      const hasWritten = await pass();
      if (hasWritten) {
        // Reports of this replica are to know it at once.
        await refresh();
      }
      await sleep(PASS_MS, signal);
    }
    await pass();
  }

  async #startPasses(term: number): Promise<() => Promise<boolean>> {
    const { store, journal, index, keys, claims } = this.#options;
    const { now, elapsedMs } = this.#options;
    const observed = new Map<string, ObservedWatch>();
    for (const watch of await store.watches()) {
      observed.set(keyOf(watch), watch);
    }
    const { matches, observedAt } = await store.matches.latest();
    const rounds = new MatchRounds({
      facts: index,
      known: matches,
      lastRound: observedAt,
      readAt: oldestByCluster(observed.values()),
    });
    let recorded: SeenClaims | undefined;
    let counted: { generation: number; of: SeenClaims } | undefined;
    let nextRoundMs = 0;

    return async () => {
      if (this.#lookedAt !== keys()) {
        this.#lookedAt = keys();
        journal.doubtEverything();
      }
      const live = this.#liveWatches();
      let written = await this.#compare({ term, live, observed });
      written += await this.#writeWaiting(term);
      await this.#noteWatches({ term, live, observed });

      const seen = claims();
      if (seen && seen !== recorded) {
        written += await this.#recordClaims(term, seen);
        recorded = seen;
      }
      const startMs = elapsedMs();
      const { generation } = index;
      const isNews = counted?.generation !== generation || counted.of !== seen;
      if (seen && startMs >= nextRoundMs) {
        const at = now();
        if (isNews) {
          const { changed, stored } = await rounds.round({
            seen,
            at,
            pause: () => new Promise(setImmediate),
          });
          await store.matches.write(term, {
            observedAt: at.toISOString(),
            changed,
          });
          stored();
          written += changed.length;
          counted = { generation, of: seen };
        }
        const endMs = elapsedMs();
        nextRoundMs =
          endMs + Math.max(ROUND_MS, (endMs - startMs) * SHARE_OF_COUNTING);
      }
      return written > 0;
    };
  }

  /** Watches of which everything is known, with as of when. */
  #liveWatches(): ReadonlyMap<string, ObservedWatch> {
    const live = new Map<string, ObservedWatch>();
    for (const {
      name,
      namespaces,
      watches,
    } of this.#options.index.clusters()) {
      for (const kind of REMEMBERED_KINDS) {
        const state = watches[kind];
        if (state?.kind === 'live') {
          const watch = { cluster: name, kind };
          live.set(keyOf(watch), {
            ...watch,
            namespaces,
            observedAt: state.asOf,
          });
        }
      }
    }
    return live;
  }

  /** Compares the watches that are unsure with what is stored; one that is not live has to wait. */
  async #compare(options: {
    term: number;
    live: ReadonlyMap<string, ObservedWatch>;
    observed: ReadonlyMap<string, ObservedWatch>;
  }): Promise<number> {
    const { term, live, observed } = options;
    const { journal } = this.#options;
    let written = 0;
    for (const watch of journal.unsure()) {
      const now = live.get(keyOf(watch));
      if (now) {
        const before = observed.get(keyOf(watch));
        journal.trust(watch);
        try {
          written += await this.#compareWatch({ term, watch, before });
        } catch (error) {
          journal.doubt(watch);
          throw error;
        }
      }
    }
    return written;
  }

  async #compareWatch(options: {
    term: number;
    watch: WatchKey;
    before: ObservedWatch | undefined;
  }): Promise<number> {
    const { term, watch, before } = options;
    const { store, journal, index, now } = this.#options;
    let written = 0;
    const present = [...index.ofKind(watch)].filter(isRemembered);
    for (let start = 0; start < present.length; start += PAGE) {
      const page = present.slice(start, start + PAGE);
      const stored = await store.observationsOf(
        watch.cluster,
        page.map(({ uid }) => uid),
      );
      written += await store.writeSteps(
        term,
        page.flatMap(({ cluster, uid }) => {
          const known = stored.get(uid);
          const after = journal.baseOf({ cluster, uid });
          const step = after && stepTo({ known, after, before, seenAt: now() });
          return step ? [{ cluster, uid, stored: known, steps: [step] }] : [];
        }),
      );
    }

    let last = '';
    for (;;) {
      const page = await store.observationsAfter(watch, {
        uid: last,
        limit: PAGE,
      });
      written += await store.writeSteps(
        term,
        page.flatMap(known => this.#stepIfGone({ known, before })),
      );
      if (page.length < PAGE) {
        return written;
      }
      last = page[page.length - 1].observation.uid;
    }
  }

  #stepIfGone(options: {
    known: StoredObservation;
    before: ObservedWatch | undefined;
  }): WorkloadSteps[] {
    const { known, before } = options;
    const { journal, index, now } = this.#options;
    const { cluster, uid, namespace } = known.observation;
    const scope = [...index.clusters()].find(({ name }) => name === cluster);
    if (
      journal.baseOf({ cluster, uid }) ||
      // Somebody changed what is watched, and nobody deleted anything.
      !isInScope(scope, namespace)
    ) {
      return [];
    }
    return [
      {
        cluster,
        uid,
        stored: known,
        steps: [
          {
            before: known.observation,
            ...moments({ known, before, seenAt: now() }),
            // It is there, but a controller took it over.
            isQuiet: index.get({ cluster, uid }) !== undefined,
          },
        ],
      },
    ];
  }

  async #writeWaiting(term: number): Promise<number> {
    const { journal } = this.#options;
    let written = 0;
    let page: (readonly SeenChange[])[] = [];
    for (const changes of journal.waiting()) {
      page.push(changes);
      if (page.length === PAGE) {
        written += await this.#writeChanges(term, page);
        page = [];
      }
    }
    return written + (await this.#writeChanges(term, page));
  }

  /** @param workloads - changes of each, in the order of time. */
  async #writeChanges(
    term: number,
    workloads: readonly (readonly SeenChange[])[],
  ): Promise<number> {
    const { store, journal } = this.#options;
    const stored = new Map<string, StoredObservation>();
    const clusters = new Set(workloads.map(([{ cluster }]) => cluster));
    for (const cluster of clusters) {
      const uids = workloads
        .filter(([first]) => first.cluster === cluster)
        .map(([{ uid }]) => uid);
      for (const [uid, known] of await store.observationsOf(cluster, uids)) {
        stored.set(`${uid} ${cluster}`, known);
      }
    }
    const lost: WatchKey[] = [];
    const steps = workloads.flatMap(changes => {
      const [{ cluster, uid }] = changes;
      const known = stored.get(`${uid} ${cluster}`);
      const result = reconcile({ stored: known?.observation, changes });
      const watch = journal.watchOf({ cluster, uid });
      if (result.isLost && watch) {
        lost.push(watch);
      }
      return result.steps.length > 0
        ? [{ cluster, uid, stored: known, steps: result.steps }]
        : [];
    });
    const written = await store.writeSteps(term, steps);
    journal.drop(workloads.flat());
    lost.forEach(watch => journal.doubt(watch));
    return written;
  }

  /** Notes as of when everything is known; not more often than is worth it. */
  async #noteWatches(options: {
    term: number;
    live: ReadonlyMap<string, ObservedWatch>;
    observed: Map<string, ObservedWatch>;
  }): Promise<void> {
    const { term, live, observed } = options;
    const { store, journal } = this.#options;
    const news = [...live.values()].filter(watch => {
      const before = observed.get(keyOf(watch));
      const isOld =
        before === undefined ||
        Date.parse(watch.observedAt) - Date.parse(before.observedAt) >=
          ROUND_MS ||
        String(before.namespaces) !== String(watch.namespaces);
      return isOld && !journal.isUnsure(watch);
    });
    await store.noteWatches(term, news);
    news.forEach(watch => observed.set(keyOf(watch), watch));
  }

  async #recordClaims(term: number, seen: SeenClaims): Promise<number> {
    const { store } = this.#options;
    const before = await store.claims.latest();
    if (before && before.observedAt >= seen.asOf) {
      return 0;
    }
    const changed = changesOfClaims(before?.claims ?? new Map(), seen);
    await store.claims.write(term, {
      observedAt: seen.asOf,
      changed: changed.map(({ entityRef, is }) => ({ entityRef, claim: is })),
      // What is seen for the first time ever may have been there for years.
      changes: before
        ? changed.map(each => ({
            ...each,
            between: { from: before.observedAt, to: seen.asOf },
          }))
        : [],
    });
    return changed.length;
  }
}

/** The step from what is stored to what is there; undefined where there is none. */
function stepTo(options: {
  known: StoredObservation | undefined;
  after: Observation;
  before: ObservedWatch | undefined;
  seenAt: Date;
}): Step | undefined {
  const { known, after, before, seenAt } = options;
  const isSame = known && looksTheSame(known.observation, after);
  if (isSame && known.observation.keys.join() === after.keys.join()) {
    return undefined;
  }
  return {
    before: known?.observation,
    after,
    ...moments({ known, before, seenAt }),
    // Other keys are looked at; or nobody ever looked at this place, so nobody knows since when it is there.
    isQuiet: known ? isSame === true : !isInScope(before, after.namespace),
  };
}

/** The last moment at which what is stored was known to be so, and the first at which it is not. */
function moments(options: {
  known: StoredObservation | undefined;
  before: ObservedWatch | undefined;
  seenAt: Date;
}) {
  const { known, before } = options;
  const seenAt = options.seenAt.toISOString();
  const times = [known?.observedAt, before?.observedAt].filter(
    (time): time is string => time !== undefined,
  );
  const last = times.sort().at(-1) ?? seenAt;
  // The clock of the replica that wrote before may go faster.
  return { notBefore: last < seenAt ? last : seenAt, seenAt };
}

function isInScope(
  scope: Pick<ClusterFacts, 'namespaces'> | undefined,
  namespace: string,
): boolean {
  return (
    scope !== undefined &&
    (scope.namespaces === undefined || scope.namespaces.includes(namespace))
  );
}

function oldestByCluster(
  watches: Iterable<ObservedWatch>,
): ReadonlyMap<string, string> {
  const oldest = new Map<string, string>();
  for (const { cluster, observedAt } of watches) {
    const known = oldest.get(cluster);
    oldest.set(cluster, known && known < observedAt ? known : observedAt);
  }
  return oldest;
}

function keyOf({ cluster, kind }: WatchKey): string {
  return `${kind} ${cluster}`;
}
