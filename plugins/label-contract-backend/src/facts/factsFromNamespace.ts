import { NamespaceFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromClusterObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

/** What is kept of a Namespace as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromNamespace(
  raw: unknown,
  cluster: string,
): NamespaceFacts {
  const object = new JsonNode(raw);
  return {
    kind: 'Namespace',
    ...factsFromClusterObject(object, cluster),
    isTerminating:
      object.at('metadata', 'deletionTimestamp').isPresent() ||
      object.at('status', 'phase').optionalText() === 'Terminating',
  };
}
