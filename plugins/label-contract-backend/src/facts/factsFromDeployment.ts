import { DeploymentFacts } from '@portal-operations/plugin-label-contract-common';
import {
  ConditionFacts,
  factsFromConditions,
  refusedPodsIn,
  stoppedProgressIn,
} from './factsFromConditions';
import { factsFromReplicas } from './factsFromReplicas';
import { factsFromTemplated } from './factsFromTemplated';
import { JsonNode } from './JsonNode';

/** What is kept of a Deployment as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromDeployment(
  raw: unknown,
  cluster: string,
): DeploymentFacts {
  const object = new JsonNode(raw);
  const conditions = factsFromConditions(object.at('status'));

  return {
    kind: 'Deployment',
    ...factsFromTemplated({ object, kind: 'Deployment', cluster }),
    ...factsFromReplicas(object),
    isPaused: object.at('spec', 'paused').optionalBoolean(),
    progressFailure: stoppedProgressIn(conditions),
    creationFailure: refusedPodsIn(conditions) ?? refusedRevisionIn(conditions),
  };
}

/** A ReplicaSet that is refused cannot say so itself; its Deployment stops to progress. */
function refusedRevisionIn(
  conditions: ReadonlyMap<string, ConditionFacts>,
): string | undefined {
  const progressing = conditions.get('Progressing');
  return progressing?.status === 'False' &&
    progressing.reason === 'ReplicaSetCreateError'
    ? progressing.message ?? ''
    : undefined;
}
