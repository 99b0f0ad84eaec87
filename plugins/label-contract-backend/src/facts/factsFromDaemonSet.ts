import { DaemonSetFacts } from '@portal-operations/plugin-label-contract-common';
import { generationOf } from './factsFromReplicas';
import { factsFromTemplated } from './factsFromTemplated';
import { factsFromUpdateStrategy } from './factsFromUpdateStrategy';
import { JsonNode } from './JsonNode';

/** What is kept of a DaemonSet as the API server sends it; it counts nodes where others count pods. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromDaemonSet(
  raw: unknown,
  cluster: string,
): DaemonSetFacts {
  const object = new JsonNode(raw);
  const status = (field: string) =>
    object.at('status', field).optionalNumber() ?? 0;
  return {
    kind: 'DaemonSet',
    ...factsFromTemplated({ object, kind: 'DaemonSet', cluster }),
    desiredReplicas: status('desiredNumberScheduled'),
    replicas: status('currentNumberScheduled'),
    updatedReplicas: status('updatedNumberScheduled'),
    readyReplicas: status('numberReady'),
    isObserved: status('observedGeneration') >= generationOf(object),
    updateStrategy: factsFromUpdateStrategy(object),
  };
}
