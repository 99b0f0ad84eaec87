import type { ObjectName } from '../objects/ObjectName';

/**
 * The command that removes the objects: one for each namespace. What is in a namespace that goes, too, goes with it.
 * Undefined where there is nothing to remove.
 */
export function removalCommand(
  objects: readonly ObjectName[],
): string | undefined {
  const going = new Set(
    objects.flatMap(({ kind, name }) => (kind === 'Namespace' ? [name] : [])),
  );
  const byNamespace = new Map<string | undefined, ObjectName[]>();
  for (const object of objects) {
    const { namespace } = object;
    if (namespace === undefined || !going.has(namespace)) {
      byNamespace.set(namespace, [
        ...(byNamespace.get(namespace) ?? []),
        object,
      ]);
    }
  }
  const commands = [...byNamespace].map(([namespace, group]) => {
    const where = namespace === undefined ? '' : ` -n ${namespace}`;
    return `kubectl delete ${namesOf(group)}${where}`;
  });
  return commands.join('; ') || undefined;
}

function namesOf(objects: readonly ObjectName[]): string {
  const separator = objects.length === 1 ? ' ' : '/';
  return objects
    .map(({ kind, name }) => `${kind.toLowerCase()}${separator}${name}`)
    .join(' ');
}
