/** What stands at a path in an example; undefined where nothing does. */
export function valueAt(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined,
    value,
  );
}

/** The texts of a list at a path in an example; undefined where there is none. */
export function listAt(
  value: unknown,
  ...path: string[]
): readonly string[] | undefined {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found.map(String) : undefined;
}
