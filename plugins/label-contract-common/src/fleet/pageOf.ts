import { InputError } from '@backstage/errors';
import { FLEET_LIMIT } from './FleetQuery';
import { compareSortKeys, SortKey } from './SortKey';

const USUAL_LIMIT = 50;

/**
 * One page of a list.
 *
 * @public
 */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly totalItems: number;
  /** Position of the first item among all, from 0. */
  readonly offset: number;
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

/** A place between two items, and which way to go from there. */
interface Position {
  readonly go: 'after' | 'before';
  readonly key: SortKey;
}

/**
 * Cuts one page out of a sorted list. A cursor says after or before which item a page lies, not how many
 * items that are: so a page neither skips nor repeats an item when others come and go between two requests.
 *
 * @param options - `list`: which list it is, and how sorted; a cursor of another one is refused.
 *
 * @throws InputError for a cursor that no page of the list gave, or a limit out of range.
 *
 * @public
 */
export function pageOf<Item>(options: {
  /** All items, sorted by their keys in this order. */
  items: readonly Item[];
  keyOf: (item: Item) => SortKey;
  order?: 'asc' | 'desc';
  list: string;
  /** From 1 to {@link FLEET_LIMIT}; 50 where absent. */
  limit?: number;
  cursor?: string;
}): Page<Item> {
  const { items, keyOf, order, list, cursor, limit = USUAL_LIMIT } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > FLEET_LIMIT) {
    throw new InputError(
      `limit has to be a whole number from 1 to ${FLEET_LIMIT}, not ${limit}`,
    );
  }
  const position = cursor === undefined ? undefined : read(cursor, list);
  const between = position
    ? indexOfPosition({ items, keyOf, order, position })
    : 0;
  const isBackwards = position?.go === 'before';
  const offset = isBackwards ? Math.max(0, between - limit) : between;
  const page = items.slice(offset, isBackwards ? between : between + limit);
  const last = page.at(-1);
  // Past the end there is no item to go back from, but the place is known.
  const first = page.length > 0 ? keyOf(page[0]) : position?.key;
  return {
    items: page,
    totalItems: items.length,
    offset,
    ...(last !== undefined &&
      offset + page.length < items.length && {
        nextCursor: write({ go: 'after', key: keyOf(last) }, list),
      }),
    ...(first &&
      offset > 0 && {
        previousCursor: write({ go: 'before', key: first }, list),
      }),
  };
}

/** How many items lie before a position, whether its item is still there or not. */
function indexOfPosition<Item>(options: {
  items: readonly Item[];
  keyOf: (item: Item) => SortKey;
  order?: 'asc' | 'desc';
  position: Position;
}): number {
  const { items, keyOf, order, position } = options;
  const { go, key } = position;
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const compared = compareSortKeys(keyOf(items[middle]), key, order);
    if (compared < 0 || (compared === 0 && go === 'after')) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Opaque to whoever uses it; the characters need no escape in an address. */
function write({ go, key }: Position, list: string): string {
  const { isLast = false, by, name, id } = key;
  const bytes = new TextEncoder().encode(
    JSON.stringify([list, go, isLast, by, name, id]),
  );
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function read(cursor: string, list: string): Position {
  const [of, go, isLast, by, name, id] = fieldsOf(cursor);
  if (
    of !== list ||
    (go !== 'after' && go !== 'before') ||
    typeof isLast !== 'boolean' ||
    (typeof by !== 'string' && typeof by !== 'number') ||
    typeof name !== 'string' ||
    typeof id !== 'string'
  ) {
    throw new InputError(
      'cursor is none that a page of this list gave, in this order; leave it out to begin anew',
    );
  }
  return { go, key: { isLast, by, name, id } };
}

/** The fields of a cursor; none where it is not one. */
function fieldsOf(cursor: string): readonly unknown[] {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, letter => letter.charCodeAt(0));
    const fields: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    );
    return Array.isArray(fields) ? fields : [];
  } catch {
    return [];
  }
}
