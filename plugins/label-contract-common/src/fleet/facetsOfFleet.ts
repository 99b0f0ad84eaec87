import { EntitySummary } from './EntitySummary';
import { FleetFacets } from './FleetReport';

/**
 * What a fleet can be filtered by.
 *
 * @public
 */
export function facetsOfFleet(
  summaries: readonly EntitySummary[],
): FleetFacets {
  return {
    owner: valuesOf(summaries, ({ owner }) => [owner]),
    system: valuesOf(summaries, ({ system }) => [system]),
    lifecycle: valuesOf(summaries, ({ lifecycle }) => [lifecycle]),
    cluster: valuesOf(summaries, ({ clusters }) => clusters),
  };
}

/** Every value that one of the items has, once, sorted. */
export function valuesOf<Item>(
  items: readonly Item[],
  read: (item: Item) => readonly (string | undefined)[],
): string[] {
  const values = new Set<string>();
  for (const item of items) {
    for (const value of read(item)) {
      if (value !== undefined) {
        values.add(value);
      }
    }
  }
  return [...values].sort();
}
