/** The query of a request: each key with its values, in the order of the address. */
export type Query = Readonly<Record<string, readonly string[]>>;

/**
 * Reads the query of an address. Brackets mean nothing here, and a key may be repeated as often as it
 * likes: Express would make objects of the ones, and of more than 20 of the others.
 */
export function queryOf(url: string): Query {
  const start = url.indexOf('?');
  const values = new Map<string, string[]>();
  const pairs = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  for (const [key, value] of pairs) {
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return Object.fromEntries(values);
}
