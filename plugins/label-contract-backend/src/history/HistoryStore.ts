import { WatchKey } from './ChangeJournal';
import { chunks, ROWS } from './chunks';
import { ClaimStore } from './ClaimStore';
import { HistoryDatabase, isoOf } from './HistoryDatabase';
import { MatchStore } from './MatchStore';
import { commonKeys, Observation } from './Observation';
import { Step } from './reconcile';
import {
  ObservationRow,
  observationOfRow,
  StoredTransition,
  TermRow,
  TransitionRow,
  transitionOfRow,
  WatchRow,
} from './rows';
import { Terms } from './Terms';

/** As of when a watch is known completely. */
export interface ObservedWatch extends WatchKey {
  /** ISO 8601. */
  readonly observedAt: string;
  /** Only these namespaces are watched; all where undefined. */
  readonly namespaces?: readonly string[];
}

/** A workload as it is remembered. */
export interface StoredObservation {
  readonly observation: Observation;
  readonly revision: number;
  /** When it changed last, ISO 8601. */
  readonly observedAt: string;
}

/** What is to be written of one workload. */
export interface WorkloadSteps {
  readonly cluster: string;
  readonly uid: string;
  readonly stored: StoredObservation | undefined;
  /** In the order of time; each continues the one before. */
  readonly steps: readonly Step[];
}

/** Which transitions are asked for. */
export interface TransitionQuery {
  /** Nothing older, ISO 8601. */
  readonly since: string;
  /** Only of workloads that carried one of these, before or after; of any where undefined. */
  readonly label?: {
    readonly key: string;
    readonly values?: readonly string[];
  };
  readonly clusters?: readonly string[];
  readonly namespace?: string;
  readonly limit: number;
}

/** The history in the plugin's database: workloads and their transitions, with claims and matches beside them. */
export class HistoryStore {
  readonly #database: HistoryDatabase;
  readonly #terms: Terms;
  readonly claims: ClaimStore;
  readonly matches: MatchStore;

  /** @param options - `recorder`: a name of this process that no other one has. */
  constructor(options: { database: HistoryDatabase; recorder: string }) {
    this.#database = options.database;
    this.#terms = new Terms(options);
    const parts = { database: options.database, terms: this.#terms };
    this.claims = new ClaimStore(parts);
    this.matches = new MatchStore(parts);
  }

  /**
   * Begins a new term, and thereby ends that of every other replica. `isOwnSuccessor` where the last term
   * was one of this process: nobody else wrote since.
   */
  beginTerm(): Promise<{ term: number; isOwnSuccessor: boolean }> {
    return this.#terms.begin();
  }

  /** Whether a transition was written by this process. */
  isOwn({ recorder }: StoredTransition): boolean {
    return recorder === this.#terms.recorder;
  }

  async watches(): Promise<readonly ObservedWatch[]> {
    const rows = await this.#database<WatchRow & { kind: WatchKey['kind'] }>(
      'history_watches',
    );
    return rows.map(({ cluster, kind, observed_at, namespaces }) => ({
      cluster,
      kind,
      observedAt: isoOf(observed_at),
      namespaces: namespaces === null ? undefined : JSON.parse(namespaces),
    }));
  }

  async noteWatches(
    term: number,
    watches: readonly ObservedWatch[],
  ): Promise<void> {
    for (const some of chunks(watches)) {
      await this.#terms.write(term, async tx => {
        await tx<WatchRow>('history_watches')
          .insert(
            some.map(({ cluster, kind, observedAt, namespaces }) => ({
              cluster,
              kind,
              observed_at: new Date(observedAt),
              namespaces: namespaces ? JSON.stringify(namespaces) : null,
            })),
          )
          .onConflict(['cluster', 'kind'])
          .merge();
      });
    }
  }

  /** What is remembered of these workloads, by uid. */
  async observationsOf(
    cluster: string,
    uids: readonly string[],
  ): Promise<ReadonlyMap<string, StoredObservation>> {
    const found = new Map<string, StoredObservation>();
    for (const some of chunks(uids)) {
      const rows = await this.#database<ObservationRow>('history_observations')
        .where({ cluster })
        .whereIn('uid', [...some]);
      rows.forEach(row => found.set(row.uid, storedObservation(row)));
    }
    return found;
  }

  /** What is remembered of a watch, in pages by uid; the next begins after the last uid of this one. */
  async observationsAfter(
    { cluster, kind }: WatchKey,
    options: { uid: string; limit: number },
  ): Promise<readonly StoredObservation[]> {
    const rows = await this.#database<ObservationRow>('history_observations')
      .where({ cluster })
      .andWhere('kind', kind)
      .andWhere('uid', '>', options.uid)
      .orderBy('uid')
      .limit(options.limit);
    return rows.map(storedObservation);
  }

  /** Writes what happened to some workloads. Returns the number of transitions among it. */
  async writeSteps(
    term: number,
    workloads: readonly WorkloadSteps[],
  ): Promise<number> {
    let written = 0;
    for (const some of chunks(workloads)) {
      written += await this.#terms.write(term, async tx => {
        const revisions = await this.#lastRevisions(tx, some);
        const observations: ObservationRow[] = [];
        const transitions: Omit<TransitionRow, 'id'>[] = [];
        const gone = new Map<string, string[]>();
        for (const { cluster, uid, stored, steps } of some) {
          let revision =
            stored?.revision ?? revisions.get(`${uid} ${cluster}`) ?? 0;
          for (const step of steps) {
            revision += 1;
            transitions.push(
              ...this.#transitionRows({ cluster, uid, revision, step }),
            );
          }
          const last = steps.at(-1);
          if (last?.after) {
            observations.push(
              observationRow(last.after, revision, last.seenAt),
            );
          } else if (last) {
            gone.set(cluster, [...(gone.get(cluster) ?? []), uid]);
          }
        }
        await insertTransitions(tx, transitions);
        if (observations.length > 0) {
          await tx<ObservationRow>('history_observations')
            .insert(observations)
            .onConflict(['cluster', 'uid'])
            .merge();
        }
        for (const [cluster, uids] of gone) {
          await tx<ObservationRow>('history_observations')
            .where({ cluster })
            .whereIn('uid', uids)
            .delete();
        }
        return transitions.length;
      });
    }
    return written;
  }

  /** Transitions that were stored after one, the oldest first. */
  async transitionsAfter(
    id: number,
    limit: number,
  ): Promise<readonly StoredTransition[]> {
    const rows = await this.#database<TransitionRow>('history_transitions')
      .where('id', '>', id)
      .orderBy('id')
      .limit(limit);
    return rows.map(transitionOfRow);
  }

  /** The newest changes of labels, newest first; what came or went is left out. */
  async newestLabelChanges(
    limit: number,
  ): Promise<readonly StoredTransition[]> {
    const rows = await this.#database<TransitionRow>('history_transitions')
      .whereNotNull('was')
      .whereNotNull('is')
      .orderBy('id', 'desc')
      .limit(limit);
    return rows.map(transitionOfRow);
  }

  /** Number of the newest transition; 0 where there is none. */
  async lastTransition(): Promise<number> {
    const row = await this.#database<TransitionRow>('history_transitions')
      .orderBy('id', 'desc')
      .first('id');
    return row?.id ?? 0;
  }

  /** Transitions that satisfy a query, newest first. */
  async transitions(
    query: TransitionQuery,
  ): Promise<readonly StoredTransition[]> {
    const { since, label, clusters, namespace, limit } = query;
    const rows = await this.#database<TransitionRow>('history_transitions')
      .where('seen_at', '>=', new Date(since))
      .modify(builder => {
        if (label) {
          builder.whereIn(
            'id',
            this.#database<TermRow>('history_terms')
              .where('key', label.key)
              .modify(terms => {
                if (label.values) {
                  terms.whereIn('value', [...label.values]);
                }
              })
              .select('transition_id'),
          );
        }
        if (clusters) {
          builder.whereIn('cluster', [...clusters]);
        }
        if (namespace !== undefined) {
          builder.where({ namespace });
        }
      })
      .orderBy([
        { column: 'seen_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(transitionOfRow);
  }

  /**
   * Forgets what happened before a moment, and what was last observed before it: workloads of clusters
   * that are no longer configured. Returns the number of transitions that were forgotten.
   */
  async forgetBefore(limit: Date): Promise<number> {
    const database = this.#database;
    let forgotten = 0;
    for (;;) {
      const rows = await database<TransitionRow>('history_transitions')
        .where('seen_at', '<', limit)
        .limit(ROWS)
        .select('id');
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) {
        break;
      }
      forgotten += ids.length;
      await database.transaction(async tx => {
        await tx<TermRow>('history_terms')
          .whereIn('transition_id', ids)
          .delete();
        await tx<TransitionRow>('history_transitions')
          .whereIn('id', ids)
          .delete();
      });
    }
    await this.claims.forgetBefore(limit);
    await this.matches.forgetBefore(limit);

    const unobserved = await database<WatchRow>('history_watches').where(
      'observed_at',
      '<',
      limit,
    );
    for (const { cluster, kind } of unobserved) {
      await database.transaction(async tx => {
        await tx<ObservationRow>('history_observations')
          .where({ cluster })
          .andWhere('kind', kind)
          .delete();
        await tx<WatchRow>('history_watches').where({ cluster, kind }).delete();
      });
    }
    return forgotten;
  }

  /** Of workloads that are not remembered: they may come back, as after a restore of a cluster. */
  async #lastRevisions(
    tx: HistoryDatabase,
    workloads: readonly WorkloadSteps[],
  ): Promise<ReadonlyMap<string, number>> {
    const unknown = workloads.filter(({ stored }) => !stored);
    if (unknown.length === 0) {
      return new Map();
    }
    const rows: { cluster: string; uid: string; revision: number }[] =
      await tx<TransitionRow>('history_transitions')
        .whereIn(
          'uid',
          unknown.map(({ uid }) => uid),
        )
        .groupBy('cluster', 'uid')
        .select('cluster', 'uid')
        .max({ revision: 'revision' });
    return new Map(
      rows.map(({ cluster, uid, revision }) => [`${uid} ${cluster}`, revision]),
    );
  }

  /** A row, or none where nothing of a contract was there before or after. */
  #transitionRows(options: {
    cluster: string;
    uid: string;
    revision: number;
    step: Step;
  }): Omit<TransitionRow, 'id'>[] {
    const { cluster, uid, revision, step } = options;
    const { before, after } = step;
    const known = after ?? before;
    if (!known || step.isQuiet || termsOf(step).length === 0) {
      return [];
    }
    const { kind, namespace, name } = known;
    return [
      {
        cluster,
        uid,
        revision,
        kind,
        namespace,
        name,
        keys: JSON.stringify(
          before && after ? commonKeys(before, after) : known.keys,
        ),
        was: before ? JSON.stringify(before.labels) : null,
        is: after ? JSON.stringify(after.labels) : null,
        managers: JSON.stringify(after?.managers ?? {}),
        not_before: new Date(step.notBefore),
        seen_at: new Date(step.seenAt),
        recorder: this.#terms.recorder,
      },
    ];
  }
}

async function insertTransitions(
  tx: HistoryDatabase,
  transitions: readonly Omit<TransitionRow, 'id'>[],
): Promise<void> {
  for (const some of chunks(transitions)) {
    const inserted = await tx<TransitionRow>('history_transitions')
      .insert([...some])
      .returning('*');
    const terms = inserted.flatMap(row =>
      termsOf(transitionOfRow(row)).map(({ key, value }) => ({
        transition_id: row.id,
        key,
        value,
      })),
    );
    for (const each of chunks(terms)) {
      await tx<TermRow>('history_terms').insert([...each]);
    }
  }
}

/** Every label that is there before or after, each once. */
function termsOf(step: { before?: Observation; after?: Observation }) {
  const terms = new Map<string, { key: string; value: string }>();
  for (const observation of [step.before, step.after]) {
    for (const labels of Object.values(observation?.labels ?? {})) {
      for (const [key, value] of Object.entries(labels)) {
        terms.set(`${key}=${value}`, { key, value });
      }
    }
  }
  return [...terms.values()];
}

function storedObservation(row: ObservationRow): StoredObservation {
  return {
    observation: observationOfRow(row),
    revision: row.revision,
    observedAt: isoOf(row.observed_at),
  };
}

function observationRow(
  observation: Observation,
  revision: number,
  observedAt: string,
): ObservationRow {
  const { cluster, uid, kind, namespace, name, keys, labels } = observation;
  return {
    cluster,
    uid,
    kind,
    namespace,
    name,
    revision,
    keys: JSON.stringify(keys),
    labels: JSON.stringify(labels),
    observed_at: new Date(observedAt),
  };
}
