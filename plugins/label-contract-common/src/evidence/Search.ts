import { CatalogView } from '../claim/CatalogView';
import { ClaimedEntity } from '../claim/ClaimedEntity';
import { FactsView } from '../match/FactsView';
import { HistoryView } from '../match/HistoryView';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { Selector } from '../selector/Selector';

/** What is asked: which workloads should this claim find, and does not? */
export interface Search {
  readonly entity: ClaimedEntity;
  /** The id that it claims. */
  readonly claimed: string;
  /** The claim's query, parsed. */
  readonly selector: Selector;
  /** Workloads that the claim finds. */
  readonly matched: readonly MatchedWorkload[];
  /** The clusters that the claim reaches. */
  readonly facts: FactsView;
  readonly catalog: CatalogView;
  readonly history?: HistoryView;
  readonly isIgnoredNamespace: (namespace: string) => boolean;
}

/** The names by which the entity is known: what it claims, and its own. */
export function namesOf({ claimed, entity }: Search): string[] {
  return [...new Set([claimed, entity.name])];
}

/** Ids that the entity claimed before, and that nobody else claims now. */
export function pastIdsOf({ claimed, entity, catalog, history }: Search) {
  const ids = history?.claimsBefore(entity.entityRef).map(({ id }) => id) ?? [];
  return [...new Set(ids)].filter(
    (id): id is string =>
      id !== undefined && id !== claimed && !catalog.hasId(id),
  );
}
