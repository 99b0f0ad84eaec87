import { Entity } from '@backstage/catalog-model';
import {
  EntityHistory,
  HistoryView,
} from '@portal-operations/plugin-label-contract-common';

/** What reports ask of the past. */
export interface HistoryReader {
  /** What is remembered, for the rules; undefined as long as nothing was read of it. */
  view(): HistoryView | undefined;

  /**
   * What happened to an entity since a moment; without one, as far as anything is kept. Where the
   * history cannot be read the answer says so: that is no error.
   */
  historyOf(entity: Entity, options: { since?: Date }): Promise<EntityHistory>;
}
