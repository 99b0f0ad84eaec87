import {
  HistoryView,
  LabelChange,
  PastClaim,
} from '@portal-operations/plugin-label-contract-common';
import { HistoryStore, ObservedWatch } from './HistoryStore';
import { changedLabels } from './Observation';
import { StoredTransition } from './rows';

/** Label changes that are kept in memory; rules look at what happened lately. */
const MOST_CHANGES = 50_000;
const PAGE = 1_000;

/**
 * What rules ask of history, in memory: a report waits for no database. Read anew every few seconds, but
 * only what came since.
 */
export class HistoryMirror implements HistoryView {
  readonly #store: HistoryStore;
  readonly #limit: number;
  readonly #onStored: (transition: StoredTransition) => void;
  /** By workload, newest first. */
  readonly #changes = new Map<string, LabelChange[]>();
  /** Workloads in the order of their changes, the oldest first, to know what to forget. */
  #order: string[] = [];
  readonly #claims = new Map<string, PastClaim[]>();
  #matches = new Map<string, { until: string; workloads: number }>();
  #lastTransition: number | undefined;
  #lastClaimChange = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: {
    store: HistoryStore;
    /** Called with each transition that was stored since the last refresh, by whatever replica. */
    onStored: (transition: StoredTransition) => void;
    /** Label changes that are kept. */
    limit?: number;
  }) {
    this.#store = options.store;
    this.#onStored = options.onStored;
    this.#limit = options.limit ?? MOST_CHANGES;
  }

  /** Reads what came since the last time; at the first time, the newest there is. */
  refresh(): Promise<{ watches: readonly ObservedWatch[] }> {
    // One after the other: each takes up where the last one ended.
    const result = this.#running.then(() => this.#refresh());
    this.#running = result.catch(() => undefined);
    return result;
  }

  async #refresh(): Promise<{ watches: readonly ObservedWatch[] }> {
    // Before the transitions: what is observed up to a moment has its transitions stored.
    const watches = await this.#store.watches();
    if (this.#lastTransition === undefined) {
      const last = await this.#store.lastTransition();
      const newest = await this.#store.newestLabelChanges(this.#limit);
      [...newest].reverse().forEach(each => this.#learn(each));
      this.#lastTransition = Math.max(last, newest[0]?.id ?? 0);
    }
    for (;;) {
      const page = await this.#store.transitionsAfter(
        this.#lastTransition,
        PAGE,
      );
      for (const transition of page) {
        this.#lastTransition = transition.id;
        this.#learn(transition);
        this.#onStored(transition);
      }
      if (page.length < PAGE) {
        break;
      }
    }

    const changes = await this.#store.claims.changes({
      after: this.#lastClaimChange,
    });
    for (const { id, entityRef, was, between } of [...changes].reverse()) {
      this.#lastClaimChange = id;
      if (was) {
        const past = { query: was.query, id: was.id, until: between.from };
        this.#claims.set(entityRef, [
          past,
          ...(this.#claims.get(entityRef) ?? []),
        ]);
      }
    }

    const { matches } = await this.#store.matches.latest({ isOver: true });
    this.#matches = new Map(
      matches.flatMap(({ entityRef, until, workloads }) =>
        until === undefined ? [] : [[entityRef, { until, workloads }]],
      ),
    );
    return { watches };
  }

  labelChangesOf(workload: {
    readonly cluster: string;
    readonly uid: string;
  }): readonly LabelChange[] {
    return this.#changes.get(idOf(workload)) ?? [];
  }

  claimsBefore(entityRef: string): readonly PastClaim[] {
    return this.#claims.get(entityRef) ?? [];
  }

  lastMatched(entityRef: string) {
    return this.#matches.get(entityRef);
  }

  #learn({ workload, before, after, between }: StoredTransition): void {
    if (!before || !after) {
      return;
    }
    const id = idOf(workload);
    const changes = changedLabels(before.labels, after.labels, workload.keys);
    for (const change of changes) {
      const { level, key, is } = change;
      const manager =
        is === undefined ? undefined : after.managers[level]?.[key];
      this.#changes.set(id, [
        { ...change, between, manager },
        ...(this.#changes.get(id) ?? []),
      ]);
      this.#order.push(id);
    }
    // In large steps, as each of them copies the whole order.
    if (this.#order.length > this.#limit * 1.1) {
      const surplus = this.#order.length - this.#limit;
      for (const oldest of this.#order.slice(0, surplus)) {
        const left = (this.#changes.get(oldest) ?? []).slice(0, -1);
        if (left.length > 0) {
          this.#changes.set(oldest, left);
        } else {
          this.#changes.delete(oldest);
        }
      }
      this.#order = this.#order.slice(surplus);
    }
  }
}

function idOf({ cluster, uid }: { cluster: string; uid: string }): string {
  return `${uid} ${cluster}`;
}
