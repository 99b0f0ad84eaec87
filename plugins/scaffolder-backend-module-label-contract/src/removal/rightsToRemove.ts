import type { ClusterClient } from '../cluster/ClusterClient';
import type { ListedKind } from '../objects/ListedKinds';
import type { Right } from '../objects/Right';
import { KINDS } from '../objects/kinds';
import { KIT_KINDS, OTHER_KINDS, SERVICE_KINDS } from './removalKinds';
import type { ServiceToRemove } from '../input/ServiceToRemove';

/** The rights that a removal takes, for the kinds that the cluster knows. */
export async function rightsToRemove(
  client: ClusterClient,
  { namespace, removeNamespace: isNamespaceToo }: ServiceToRemove,
): Promise<Right[]> {
  const rights = (kind: ListedKind, ...verbs: string[]): Right[] =>
    verbs.map(verb => {
      const { group, resource } = KINDS[kind];
      return { verb, group, resource, namespace };
    });
  const deleted: ListedKind[] = [
    ...SERVICE_KINDS,
    ...(isNamespaceToo ? KIT_KINDS : []),
  ];
  const listed: ListedKind[] = isNamespaceToo ? [...OTHER_KINDS] : [];
  const ofServed = await Promise.all(
    [...deleted, ...listed].map(async kind => {
      const verbs = deleted.includes(kind) ? ['list', 'delete'] : ['list'];
      return (await client.serves(kind)) ? rights(kind, ...verbs) : [];
    }),
  );
  const ofNamespaces = (verb: string): Right => ({
    verb,
    group: '',
    resource: 'namespaces',
  });
  return [
    ofNamespaces('get'),
    ...(isNamespaceToo ? [ofNamespaces('delete')] : []),
    { verb: 'list', group: '', resource: 'pods', namespace },
    ...ofServed.flat(),
  ];
}
