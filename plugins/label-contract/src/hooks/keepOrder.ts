/** Rows in the order in which they are shown, and how the order of today differs. */
export interface KeptRows<Row> {
  /** Each with its words of today; one that is gone with its last. */
  readonly rows: readonly Row[];
  /** Ids of the rows that are gone. */
  readonly gone: ReadonlySet<string>;
  /** Rows that are new, gone, or elsewhere. */
  readonly changed: number;
}

/**
 * Puts the words of today in the order of before, so that nothing moves under the pointer. New rows wait
 * until the reader asks for them.
 */
export function keepOrder<Row>(options: {
  shown: readonly Row[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
}): KeptRows<Row> {
  const { shown, rows, idOf } = options;
  const placeById = new Map(rows.map((row, place) => [idOf(row), place]));
  const shownIds = shown.map(idOf);
  const gone = new Set(shownIds.filter(id => !placeById.has(id)));
  const places = shownIds.flatMap(id => placeById.get(id) ?? []);
  const isNew = rows.length - places.length;
  const isElsewhere = places.length - longestRise(places);
  return {
    rows: shown.map(row => rows[placeById.get(idOf(row)) ?? -1] ?? row),
    gone,
    changed: isNew + gone.size + isElsewhere,
  };
}

/** Length of the longest rising part, gaps allowed: that many rows have not moved against each other. */
function longestRise(places: readonly number[]): number {
  // At each index the least place on which a rise of that length, and one, can end.
  const ends: number[] = [];
  for (const place of places) {
    const index = ends.findIndex(end => end >= place);
    ends[index === -1 ? ends.length : index] = place;
  }
  return ends.length;
}
