/**
 * Where an item stands in a list. As its id is a part of it, no two items stand in the same place.
 *
 * @public
 */
export interface SortKey {
  /** Comes after all others whatever the order, as it has nothing to be sorted by. */
  readonly isLast?: boolean;
  /** Sorted by this first. */
  readonly by: string | number;
  /** Then by this, in ascending order always. */
  readonly name: string;
  readonly id: string;
}

const COLLATOR = new Intl.Collator('en');

/**
 * Compares places in a list.
 *
 * @public
 */
export function compareSortKeys(
  a: SortKey,
  b: SortKey,
  order: 'asc' | 'desc' = 'asc',
): number {
  return (
    Number(a.isLast ?? false) - Number(b.isLast ?? false) ||
    (order === 'asc' ? compare(a.by, b.by) : compare(b.by, a.by)) ||
    compare(a.name, b.name) ||
    compareIds(a.id, b.id)
  );
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : COLLATOR.compare(String(a), String(b));
}

/** Letter by letter, so that only equal ids are equal. */
function compareIds(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
