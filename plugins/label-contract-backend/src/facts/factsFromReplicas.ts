import { JsonNode } from './JsonNode';

/** What a controller says of the number of its pods. */
export interface ReplicasFacts {
  readonly desiredReplicas: number;
  readonly replicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly isObserved: boolean;
}

/**
 * The number of pods in the words of Deployments, which most kinds speak. @throws InputError with the
 * path of a field of another type.
 */
export function factsFromReplicas(object: JsonNode): ReplicasFacts {
  const status = object.at('status');
  const pods = (field: string) => status.at(field).optionalNumber() ?? 0;
  return {
    desiredReplicas: object.at('spec', 'replicas').optionalNumber() ?? 1,
    replicas: pods('replicas'),
    updatedReplicas: pods('updatedReplicas'),
    readyReplicas: pods('readyReplicas'),
    isObserved: pods('observedGeneration') >= generationOf(object),
  };
}

/** Number of the newest spec. */
export function generationOf(object: JsonNode): number {
  return object.at('metadata', 'generation').optionalNumber() ?? 0;
}
