import { Entity } from '@backstage/catalog-model';
import {
  checkedEntity,
  ClaimTransition,
  EntityClaim,
  EntityHistory,
  HistoryTransition,
  HistoryView,
  Selector,
} from '@portal-operations/plugin-label-contract-common';
import { HistoryReader } from '../reports/HistoryReader';
import { ClaimChange } from './ClaimStore';
import { HistoryStore } from './HistoryStore';
import { StoredTransition } from './rows';
import {
  ClaimPeriod,
  selectorOf,
  transitionsOfEntity,
} from './transitionsOfEntity';

/** Transitions of one answer. */
const MOST_TRANSITIONS = 500;
/** Rows that are looked at for one claim: most of them are the entity's own. */
const MOST_ROWS = 2_000;

/** Where the history is, once there is one. */
export interface OpenHistory {
  readonly store: HistoryStore;
  readonly view: HistoryView;
}

/** Reads the history from the database; what rules need is in memory. */
export class DatabaseHistoryReader implements HistoryReader {
  readonly #open: () => OpenHistory | undefined;
  readonly #clustersOf: (entity: Entity) => readonly string[] | undefined;
  readonly #retentionMs: number;
  readonly #now: () => Date;
  readonly #failed: (error: unknown) => void;

  constructor(options: {
    /** Undefined as long as the database was not reached. */
    open: () => OpenHistory | undefined;
    /** Which clusters a claim reaches; undefined for all of them. */
    clustersOf: (entity: Entity) => readonly string[] | undefined;
    retentionMs: number;
    now: () => Date;
    /** Told of each failure of the database. */
    failed: (error: unknown) => void;
  }) {
    this.#open = options.open;
    this.#clustersOf = options.clustersOf;
    this.#retentionMs = options.retentionMs;
    this.#now = options.now;
    this.#failed = options.failed;
  }

  view(): HistoryView | undefined {
    return this.#open()?.view;
  }

  async historyOf(
    entity: Entity,
    options: { since?: Date },
  ): Promise<EntityHistory> {
    const { entityRef, claim } = checkedEntity(entity);
    const oldest = this.#now().getTime() - this.#retentionMs;
    const since = new Date(
      Math.max(oldest, options.since?.getTime() ?? oldest),
    ).toISOString();
    const nothing = { entityRef, since, transitions: [], isCut: false };
    const open = this.#open();
    if (!open) {
      return {
        ...nothing,
        unavailable:
          'The history cannot be read: its database was not reached yet',
      };
    }
    try {
      const { store } = open;
      const changes = await store.claims.changes({
        entityRef,
        limit: MOST_TRANSITIONS,
      });
      const clusters = this.#clustersOf(entity);
      const found = await this.#transitions({
        store,
        periods: periodsOf(changes, claim),
        since,
        clusters,
      });
      const all = [
        ...found.transitions,
        ...changes
          .filter(({ between }) => between.to >= found.since)
          .map(claimTransition),
      ].sort(newestFirst);
      return {
        entityRef,
        since,
        transitions: all.slice(0, MOST_TRANSITIONS),
        isCut: found.since > since || all.length > MOST_TRANSITIONS,
      };
    } catch (error) {
      this.#failed(error);
      return {
        ...nothing,
        unavailable: 'The history cannot be read: its database does not answer',
      };
    }
  }

  /** Those of every claim of the time; `since` is later than asked for where there are too many. */
  async #transitions(options: {
    store: HistoryStore;
    periods: readonly ClaimPeriod[];
    since: string;
    clusters: readonly string[] | undefined;
  }): Promise<{ transitions: readonly HistoryTransition[]; since: string }> {
    const { store, periods, clusters } = options;
    let { since } = options;
    const rows = new Map<number, StoredTransition>();
    const asked = new Set<string>();
    for (const { claim } of periods) {
      const selector = claim && selectorOf(claim);
      const key = JSON.stringify([claim?.query, claim?.namespace]);
      if (claim && selector && !asked.has(key)) {
        asked.add(key);
        const page = await store.transitions({
          since,
          clusters,
          namespace: claim.namespace,
          label: labelOf(selector),
          limit: MOST_ROWS,
        });
        page.forEach(row => rows.set(row.id, row));
        const last = page.at(-1);
        if (last && page.length === MOST_ROWS) {
          since = last.between.to;
        }
      }
    }
    const known = [...rows.values()].filter(
      ({ between }) => between.to >= since,
    );
    return {
      transitions: transitionsOfEntity({
        transitions: known,
        periods,
        clusters,
      }),
      since,
    };
  }
}

/** The label by which workloads of a claim are found; undefined where it names none that is there. */
function labelOf(selector: Selector) {
  const named = selector.find(({ operator }) => operator === 'in');
  if (named?.operator === 'in') {
    return { key: named.key, values: named.values };
  }
  const present = selector.find(({ operator }) => operator === 'exists');
  return present && { key: present.key };
}

/** @param changes - newest first. */
function periodsOf(
  changes: readonly ClaimChange[],
  present: EntityClaim | undefined,
): ClaimPeriod[] {
  const [last] = changes;
  return [
    { claim: last ? last.is : present },
    ...changes.map(({ was, between }) => ({ claim: was, until: between.to })),
  ];
}

function claimTransition({ was, is, between }: ClaimChange): ClaimTransition {
  return {
    kind: 'claim',
    was: was?.query,
    is: is?.query,
    wasIn: was?.namespace,
    isIn: is?.namespace,
    between,
  };
}

function newestFirst(a: HistoryTransition, b: HistoryTransition): number {
  return b.between.to.localeCompare(a.between.to, 'en');
}
