import {
  ClusterFacts,
  Facts,
  WatchedKind,
  WorkloadKind,
} from '@portal-operations/plugin-label-contract-common';
import { IndexChange } from '../index/WorkloadIndex';
import {
  isRemembered,
  looksTheSame,
  Observation,
  observationOf,
} from './Observation';
import { SeenChange } from './reconcile';
import { WatchMoments } from './WatchMoments';

/** One kind on one cluster. */
export interface WatchKey {
  readonly cluster: string;
  readonly kind: WatchedKind;
}

/** What the journal needs of the index. */
export interface ObservedIndex {
  subscribe(listener: (change: IndexChange) => void): () => void;
  clusters(): Iterable<ClusterFacts>;
  get(key: { cluster: string; uid: string }): Facts | undefined;
  ofKind(watch: WatchKey): Iterable<Facts>;
}

/** A transition that some replica stored. */
export interface StoredStep {
  readonly cluster: string;
  readonly uid: string;
  readonly before?: Observation;
  readonly after?: Observation;
}

/** Kinds of which something is remembered. */
export const REMEMBERED_KINDS: readonly WorkloadKind[] = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Rollout',
  'DeploymentConfig',
  'CronJob',
  'Job',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
];

/** Changes that wait to be stored; beyond, everything is compared instead. */
const MOST_CHANGES = 20_000;
/** Clocks of two replicas differ by less. */
const CLOCK_SKEW_MS = 60_000;

/**
 * What the watches of this replica brought and history does not have yet, in memory. Every replica
 * keeps one, though only one writes: whoever takes over the writing knows what the other left undone,
 * to the moment.
 *
 * A change that came with a full list is not taken down, as nobody saw it happen: its watch is to be
 * compared with what is stored (`unsure`).
 */
export class ChangeJournal {
  readonly #index: ObservedIndex;
  readonly #keys: () => readonly string[];
  readonly #now: () => Date;
  readonly #limit: number;
  readonly #moments = new WatchMoments();
  /** By workload, in the order of time. */
  readonly #changes = new Map<string, SeenChange[]>();
  readonly #kinds = new Map<string, WatchKey>();
  /** Those that the present turn of the event loop brought; a list comes in one turn. */
  #fresh: (SeenChange & WatchKey)[] = [];
  #unsure = new Map<string, WatchKey>();
  #size = 0;

  constructor(options: {
    index: ObservedIndex;
    /** Label keys to look at, sorted. */
    keys: () => readonly string[];
    now: () => Date;
    /** Changes that may wait. */
    limit?: number;
  }) {
    this.#index = options.index;
    this.#keys = options.keys;
    this.#now = options.now;
    this.#limit = options.limit ?? MOST_CHANGES;
  }

  /** Starts to listen. Returns how to end that. */
  start(): () => void {
    return this.#index.subscribe(change => this.#take(change));
  }

  /** Changes that wait. */
  get size(): number {
    return this.#size;
  }

  /** Notes how the watches fare; to be called every few seconds. */
  noteMoments(): void {
    for (const cluster of this.#index.clusters()) {
      for (const kind of REMEMBERED_KINDS) {
        this.#moments.note(
          keyOf({ cluster: cluster.name, kind }),
          cluster.watches[kind],
        );
      }
    }
  }

  /** From now on, everything is to be compared with what is stored. */
  doubtEverything(): void {
    for (const { name } of this.#index.clusters()) {
      REMEMBERED_KINDS.forEach(kind => this.doubt({ cluster: name, kind }));
    }
  }

  /** From now on, a watch is to be compared with what is stored. */
  doubt(watch: WatchKey): void {
    this.#unsure.set(keyOf(watch), watch);
  }

  /** Watches to be compared with what is stored. */
  unsure(): readonly WatchKey[] {
    return [...this.#unsure.values()];
  }

  isUnsure(watch: WatchKey): boolean {
    return this.#unsure.has(keyOf(watch));
  }

  /** To be called before a comparison begins: what comes from here on may need another one. */
  trust(watch: WatchKey): void {
    this.#unsure.delete(keyOf(watch));
  }

  /** What a workload looked like before the changes that wait, or looks like where none do. */
  baseOf(facts: { cluster: string; uid: string }): Observation | undefined {
    const [first] = this.#changes.get(idOf(facts)) ?? [];
    if (first) {
      return first.before;
    }
    const known = this.#index.get(facts);
    return known && isRemembered(known)
      ? observationOf(known, this.#keys())
      : undefined;
  }

  /** Changes that wait, of watches that are sure; those of one workload together, in the order of time. */
  *waiting(): Iterable<readonly SeenChange[]> {
    for (const [id, changes] of [...this.#changes]) {
      const watch = this.#kinds.get(id);
      if (watch && !this.#unsure.has(keyOf(watch))) {
        yield [...changes];
      }
    }
  }

  /** Which kind a workload is of whose changes wait. */
  watchOf(facts: { cluster: string; uid: string }): WatchKey | undefined {
    return this.#kinds.get(idOf(facts));
  }

  /** These are stored, or never to be. */
  drop(changes: readonly SeenChange[]): void {
    const dropped = new Set(changes);
    for (const id of new Set(changes.map(idOf))) {
      const waiting = this.#changes.get(id) ?? [];
      this.#keep(
        id,
        waiting.filter(change => !dropped.has(change)),
      );
    }
  }

  /** Another replica stored this: the same change, if it is the next that waits here, is done. */
  noteStored(step: StoredStep): void {
    const id = idOf(step);
    const waiting = this.#changes.get(id) ?? [];
    // What is quiet is stored without a transition.
    const next = waiting.findIndex(({ isQuiet }) => !isQuiet);
    const change = waiting[next];
    if (
      change &&
      looksTheSame(change.before, step.before) &&
      looksTheSame(change.after, step.after)
    ) {
      this.#keep(id, waiting.slice(next + 1));
    }
  }

  /**
   * Another replica stored all that it knew of a watch up to a moment: what is well before that, and was
   * not stored in the same words, was stored in others.
   */
  noteObserved(observedAt: (watch: WatchKey) => string | undefined): void {
    for (const [id, changes] of [...this.#changes]) {
      const watch = this.#kinds.get(id);
      const at = watch && observedAt(watch);
      if (at !== undefined) {
        const limit = Date.parse(at) - CLOCK_SKEW_MS;
        this.#keep(
          id,
          changes.filter(({ seenAt }) => Date.parse(seenAt) >= limit),
        );
      }
    }
  }

  #take(change: IndexChange): void {
    switch (change.kind) {
      case 'object':
        this.#takeObject(change.before, change.after);
        break;
      case 'listed':
        this.#fresh = this.#fresh.filter(
          each => keyOf(each) !== keyOf(change.watch),
        );
        if (isRememberedKind(change.watch.kind)) {
          this.doubt(change.watch);
        }
        break;
      case 'cluster-removed':
        // Its objects were taken out with it, and nobody deleted them.
        this.#fresh = this.#fresh.filter(
          ({ cluster }) => cluster !== change.cluster,
        );
        break;
      default:
    }
  }

  #takeObject(before: Facts | undefined, after: Facts | undefined): void {
    const facts = after ?? before;
    if (!facts || !isRememberedKind(facts.kind)) {
      return;
    }
    const keys = this.#keys();
    const was = before && isRemembered(before) ? before : undefined;
    const is = after && isRemembered(after) ? after : undefined;
    const seen = {
      before: was && observationOf(was, keys),
      after: is && observationOf(is, keys),
    };
    if (looksTheSame(seen.before, seen.after)) {
      return;
    }

    const { cluster, uid, kind } = facts;
    const at = this.#now();
    const watch = { cluster, kind };
    this.#moments.note(keyOf(watch), this.#stateOf(watch));
    if (this.#fresh.length === 0) {
      queueMicrotask(() => this.#settle());
    }
    this.#fresh.push({
      cluster,
      uid,
      kind,
      ...seen,
      notBefore: this.#moments.lastBefore(keyOf(watch), at),
      seenAt: at.toISOString(),
      isQuiet: (before !== undefined && !was) || (after !== undefined && !is),
    });
  }

  #settle(): void {
    const fresh = this.#fresh;
    this.#fresh = [];
    for (const { kind, ...change } of fresh) {
      const id = idOf(change);
      this.#kinds.set(id, { cluster: change.cluster, kind });
      this.#keep(id, [...(this.#changes.get(id) ?? []), change]);
    }
    if (this.#size > this.#limit) {
      this.#kinds.forEach(watch => this.doubt(watch));
      this.#changes.clear();
      this.#kinds.clear();
      this.#size = 0;
    }
  }

  #keep(id: string, changes: SeenChange[]): void {
    this.#size += changes.length - (this.#changes.get(id)?.length ?? 0);
    if (changes.length > 0) {
      this.#changes.set(id, changes);
    } else {
      this.#changes.delete(id);
      this.#kinds.delete(id);
    }
  }

  #stateOf({ cluster, kind }: WatchKey) {
    for (const known of this.#index.clusters()) {
      if (known.name === cluster) {
        return known.watches[kind];
      }
    }
    return undefined;
  }
}

function isRememberedKind(kind: WatchedKind): boolean {
  return REMEMBERED_KINDS.some(each => each === kind);
}

/** Unmistakable: the name of a cluster may contain anything, that of a kind only letters. */
function keyOf({ cluster, kind }: WatchKey): string {
  return `${kind} ${cluster}`;
}

function idOf({ cluster, uid }: { cluster: string; uid: string }): string {
  return `${uid} ${cluster}`;
}
