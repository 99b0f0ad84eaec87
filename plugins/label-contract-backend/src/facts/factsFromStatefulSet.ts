import { StatefulSetFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromReplicas } from './factsFromReplicas';
import { factsFromTemplated } from './factsFromTemplated';
import { factsFromUpdateStrategy } from './factsFromUpdateStrategy';
import { JsonNode } from './JsonNode';

/** What is kept of a StatefulSet as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromStatefulSet(
  raw: unknown,
  cluster: string,
): StatefulSetFacts {
  const object = new JsonNode(raw);
  return {
    kind: 'StatefulSet',
    ...factsFromTemplated({ object, kind: 'StatefulSet', cluster }),
    ...factsFromReplicas(object),
    updateStrategy: factsFromUpdateStrategy(object),
    partition: object
      .at('spec', 'updateStrategy', 'rollingUpdate', 'partition')
      .optionalNumber(),
    updateRevision: object.at('status', 'updateRevision').optionalText(),
  };
}
