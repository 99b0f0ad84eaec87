import { EntityClaim } from '@portal-operations/plugin-label-contract-common';
import { chunks } from './chunks';
import { HistoryDatabase, isoOf } from './HistoryDatabase';
import { ClaimChangeRow, ClaimRow, RecorderRow } from './rows';
import { Terms } from './Terms';

/** A change of what an entity claims. */
export interface ClaimChange {
  readonly id: number;
  readonly entityRef: string;
  readonly was?: EntityClaim;
  readonly is?: EntityClaim;
  readonly between: { readonly from: string; readonly to: string };
}

/** What entities claim, and claimed before. */
export class ClaimStore {
  readonly #database: HistoryDatabase;
  readonly #terms: Terms;

  constructor(options: { database: HistoryDatabase; terms: Terms }) {
    this.#database = options.database;
    this.#terms = options.terms;
  }

  /** Claims as they were seen last, by entity, and as of when; undefined where none was ever seen. */
  async latest(): Promise<
    { observedAt: string; claims: ReadonlyMap<string, EntityClaim> } | undefined
  > {
    const state = await this.#database<RecorderRow>('history_recorder')
      .where({ id: 1 })
      .first('claims_observed_at');
    if (!state?.claims_observed_at) {
      return undefined;
    }
    const rows = await this.#database<ClaimRow>('history_claims');
    return {
      observedAt: isoOf(state.claims_observed_at),
      claims: new Map(rows.map(row => [row.entity_ref, JSON.parse(row.claim)])),
    };
  }

  /** Writes what the catalog claims now. Without `changes` it is the first time that anybody looks. */
  async write(
    term: number,
    options: {
      observedAt: string;
      changed: readonly { entityRef: string; claim?: EntityClaim }[];
      changes: readonly Omit<ClaimChange, 'id'>[];
    },
  ): Promise<void> {
    const { observedAt, changed, changes } = options;
    const at = new Date(observedAt);
    await this.#terms.write(term, async tx => {
      for (const some of chunks(changes)) {
        await tx<ClaimChangeRow>('history_claim_changes')
          .insert(
            some.map(({ entityRef, was, is, between }) => ({
              entity_ref: entityRef,
              was: was ? JSON.stringify(was) : null,
              is: is ? JSON.stringify(is) : null,
              not_before: new Date(between.from),
              seen_at: new Date(between.to),
            })),
          )
          .onConflict(['entity_ref', 'seen_at'])
          .ignore();
      }
      for (const some of chunks(changed)) {
        const kept = some.flatMap(({ entityRef, claim }) =>
          claim
            ? [
                {
                  entity_ref: entityRef,
                  claim: JSON.stringify(claim),
                  first_seen_at: at,
                },
              ]
            : [],
        );
        if (kept.length > 0) {
          await tx<ClaimRow>('history_claims')
            .insert(kept)
            .onConflict('entity_ref')
            .merge();
        }
        await tx<ClaimRow>('history_claims')
          .whereIn(
            'entity_ref',
            some.filter(({ claim }) => !claim).map(each => each.entityRef),
          )
          .delete();
      }
      await tx<RecorderRow>('history_recorder')
        .where({ id: 1 })
        .update({ claims_observed_at: at });
    });
  }

  /** Changes of claims, newest first: of one entity, or all that were stored after one. */
  async changes(
    options: { entityRef: string; limit: number } | { after: number },
  ): Promise<readonly ClaimChange[]> {
    const rows: ClaimChangeRow[] = await this.#database<ClaimChangeRow>(
      'history_claim_changes',
    )
      .modify(builder => {
        if ('after' in options) {
          builder.where('id', '>', options.after);
        } else {
          builder.where({ entity_ref: options.entityRef }).limit(options.limit);
        }
      })
      .orderBy('id', 'desc');
    return rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      was: row.was === null ? undefined : JSON.parse(row.was),
      is: row.is === null ? undefined : JSON.parse(row.is),
      between: { from: isoOf(row.not_before), to: isoOf(row.seen_at) },
    }));
  }

  /** Forgets the changes from before a moment. */
  async forgetBefore(limit: Date): Promise<void> {
    await this.#database<ClaimChangeRow>('history_claim_changes')
      .where('seen_at', '<', limit)
      .delete();
  }
}
