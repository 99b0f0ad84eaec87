/** Rows of one statement: SQLite allows 32,766 values. */
export const ROWS = 500;

/** Items in groups, each small enough for one statement. */
export function* chunks<Item>(
  items: readonly Item[],
): Iterable<readonly Item[]> {
  for (let start = 0; start < items.length; start += ROWS) {
    yield items.slice(start, start + ROWS);
  }
}
