import { chunks } from './chunks';
import { HistoryDatabase, isoOf } from './HistoryDatabase';
import { MatchRow, RecorderRow } from './rows';
import { Terms } from './Terms';

/** Workloads that an entity has, or had last. */
export interface EntityMatch {
  readonly entityRef: string;
  readonly workloads: number;
  readonly clusters: readonly string[];
  /** When it had them last, ISO 8601; undefined while it has. */
  readonly until?: string;
}

/** Which entities have workloads, or had some. */
export class MatchStore {
  readonly #database: HistoryDatabase;
  readonly #terms: Terms;

  constructor(options: { database: HistoryDatabase; terms: Terms }) {
    this.#database = options.database;
    this.#terms = options.terms;
  }

  /** Which entities have workloads, or had some, and as of when that is known. */
  async latest(
    options: { isOver?: boolean } = {},
  ): Promise<{ observedAt?: string; matches: readonly EntityMatch[] }> {
    const state = await this.#database<RecorderRow>('history_recorder')
      .where({ id: 1 })
      .first('matches_observed_at');
    const rows: MatchRow[] = await this.#database<MatchRow>(
      'history_matches',
    ).modify(builder => {
      if (options.isOver) {
        builder.whereNotNull('until');
      }
    });
    const at = state?.matches_observed_at;
    return {
      observedAt: at === null || at === undefined ? undefined : isoOf(at),
      matches: rows.map(row => ({
        entityRef: row.entity_ref,
        workloads: row.workloads,
        clusters: JSON.parse(row.clusters),
        until: row.until === null ? undefined : isoOf(row.until),
      })),
    };
  }

  async write(
    term: number,
    options: { observedAt: string; changed: readonly EntityMatch[] },
  ): Promise<void> {
    await this.#terms.write(term, async tx => {
      for (const some of chunks(options.changed)) {
        await tx<MatchRow>('history_matches')
          .insert(
            some.map(({ entityRef, workloads, clusters, until }) => ({
              entity_ref: entityRef,
              workloads,
              clusters: JSON.stringify(clusters),
              until: until === undefined ? null : new Date(until),
            })),
          )
          .onConflict('entity_ref')
          .merge();
      }
      await tx<RecorderRow>('history_recorder')
        .where({ id: 1 })
        .update({ matches_observed_at: new Date(options.observedAt) });
    });
  }

  /** Forgets what was over before a moment. */
  async forgetBefore(limit: Date): Promise<void> {
    await this.#database<MatchRow>('history_matches')
      .where('until', '<', limit)
      .delete();
  }
}
