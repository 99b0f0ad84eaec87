import { ControllerRevisionFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

/** What is kept of a ControllerRevision as the API server sends it; never its `data`, a whole pod template. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromControllerRevision(
  raw: unknown,
  cluster: string,
): ControllerRevisionFacts {
  const object = new JsonNode(raw);
  return {
    kind: 'ControllerRevision',
    ...factsFromObject(object, cluster),
    revision: object.at('revision').optionalNumber(),
    createdAt: object.at('metadata', 'creationTimestamp').optionalText(),
  };
}
