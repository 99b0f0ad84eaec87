/** The value at a path of keys in a parsed JSON document; undefined where the path ends early. */
export function valueAt(document: unknown, ...keys: string[]): unknown {
  let value = document;
  for (const key of keys) {
    if (typeof value !== 'object' || !value) {
      return undefined;
    }
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

/** The text at a path of keys; undefined where there is none, or something else. */
export function textAt(
  document: unknown,
  ...keys: string[]
): string | undefined {
  const value = valueAt(document, ...keys);
  return typeof value === 'string' ? value : undefined;
}

/** The list at a path of keys; empty where there is none, or something else. */
export function listAt(document: unknown, ...keys: string[]): unknown[] {
  const value = valueAt(document, ...keys);
  return Array.isArray(value) ? value : [];
}

/** The texts of the list at a path of keys. */
export function textsAt(document: unknown, ...keys: string[]): string[] {
  return listAt(document, ...keys).filter(item => typeof item === 'string');
}

/** The keys of the object at a path of keys; empty where there is none, or something else. */
export function keysAt(document: unknown, ...keys: string[]): string[] {
  const value = valueAt(document, ...keys);
  return typeof value === 'object' && value && !Array.isArray(value)
    ? Object.keys(value)
    : [];
}
