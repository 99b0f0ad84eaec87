import { DeploymentConfigFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromConditions, stoppedProgressIn } from './factsFromConditions';
import { factsFromReplicas } from './factsFromReplicas';
import { factsFromTemplated } from './factsFromTemplated';
import { JsonNode } from './JsonNode';

/** What is kept of an OpenShift DeploymentConfig as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromDeploymentConfig(
  raw: unknown,
  cluster: string,
): DeploymentConfigFacts {
  const object = new JsonNode(raw);
  return {
    kind: 'DeploymentConfig',
    ...factsFromTemplated({ object, kind: 'DeploymentConfig', cluster }),
    ...factsFromReplicas(object),
    isPaused: object.at('spec', 'paused').optionalBoolean(),
    progressFailure: stoppedProgressIn(
      factsFromConditions(object.at('status')),
    ),
  };
}
