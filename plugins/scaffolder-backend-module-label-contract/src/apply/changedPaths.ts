/** Fields that the API server keeps by itself: they change with every write, or without one. */
const SERVER_FIELDS = new Set([
  'managedFields',
  'resourceVersion',
  'generation',
  'status',
]);

/** Paths at which two versions of an object differ, such as `metadata.labels.app`, in no given order. */
export function changedPaths(
  before: unknown,
  after: unknown,
  path: string = '',
): string[] {
  if (Object.is(before, after)) {
    return [];
  }
  const left = entriesOf(before);
  const right = entriesOf(after);
  if (!left || !right) {
    return [path];
  }

  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys]
    .filter(key => !SERVER_FIELDS.has(key))
    .flatMap(key =>
      changedPaths(
        left.get(key),
        right.get(key),
        path ? `${path}.${key}` : key,
      ),
    );
}

function entriesOf(value: unknown): Map<string, unknown> | undefined {
  if (value instanceof Date) {
    return new Map([['time', value.getTime()]]);
  }
  return typeof value === 'object' && value !== null
    ? new Map(Object.entries(value))
    : undefined;
}
