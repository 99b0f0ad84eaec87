import type { KubernetesObject } from '@kubernetes/client-node';
import type { WrittenKind } from '../objects/WrittenKinds';
import type { ObjectName } from '../objects/ObjectName';

/** An object of the cluster, with its kind: the items of a list don't say theirs. */
export interface FoundObject {
  readonly kind: WrittenKind;
  readonly live: KubernetesObject;
}

/** How people call it. */
export function nameOfFound({ kind, live }: FoundObject): ObjectName {
  const { name = '', namespace } = live.metadata ?? {};
  return { kind, name, namespace };
}
