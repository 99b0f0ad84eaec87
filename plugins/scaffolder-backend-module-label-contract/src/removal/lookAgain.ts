import type { ClusterClient } from '../cluster/ClusterClient';
import type { ObjectName } from '../objects/ObjectName';
import type { FoundObject } from './FoundObject';

/** The object of that name, as it is now. By a list, as the rights to remove hold no `get`. */
export async function lookAgain(
  client: ClusterClient,
  { kind, name, namespace }: ObjectName,
): Promise<FoundObject | undefined> {
  const live =
    kind === 'Namespace' || !namespace
      ? await client.read(kind, { name })
      : (await client.list(kind, { namespace })).find(
          ({ metadata }) => metadata?.name === name,
        );
  return live && { kind, live };
}
