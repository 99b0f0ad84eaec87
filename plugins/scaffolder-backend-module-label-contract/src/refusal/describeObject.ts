import type { ObjectName } from '../objects/ObjectName';

/** An object in a sentence. */
export function describeObject({ kind, name, namespace }: ObjectName): string {
  return namespace
    ? `${kind} ${name} in namespace ${namespace}`
    : `namespace ${name}`;
}
