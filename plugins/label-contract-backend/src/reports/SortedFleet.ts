import {
  compareSortKeys,
  EntitySummary,
  FleetQuery,
  sortKeyOfSummary,
} from '@portal-operations/plugin-label-contract-common';
import { FleetSnapshot } from './FleetSnapshot';

type Order = Pick<FleetQuery, 'sort' | 'order'>;

/** Sorts a snapshot once for each order that somebody asks for: that takes longer than anything else. */
export class SortedFleet {
  readonly #bySnapshot = new WeakMap<
    FleetSnapshot,
    Map<string, readonly EntitySummary[]>
  >();

  of(
    snapshot: FleetSnapshot,
    { sort = 'worst', order = 'asc' }: Order,
  ): readonly EntitySummary[] {
    const sorted = this.#bySnapshot.get(snapshot) ?? new Map();
    this.#bySnapshot.set(snapshot, sorted);
    const key = `${sort} ${order}`;
    const known = sorted.get(key);
    if (known) {
      return known;
    }
    const made = snapshot.summaries
      .map(summary => ({ summary, key: sortKeyOfSummary(summary, sort) }))
      .sort((a, b) => compareSortKeys(a.key, b.key, order))
      .map(({ summary }) => summary);
    sorted.set(key, made);
    return made;
  }
}
