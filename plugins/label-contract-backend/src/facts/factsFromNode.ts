import { NodeFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromConditions } from './factsFromConditions';
import { factsFromClusterObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

/** What is kept of a Node as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromNode(raw: unknown, cluster: string): NodeFacts {
  const object = new JsonNode(raw);
  const conditions = factsFromConditions(object.at('status'));
  return {
    kind: 'Node',
    ...factsFromClusterObject(object, cluster),
    ready: conditions.get('Ready')?.status ?? 'Unknown',
  };
}
