import {
  DeploymentFacts,
  LABEL_CONTRACT,
} from '@portal-operations/plugin-label-contract-common';
import {
  ConditionFacts,
  factsFromConditions,
  refusedPodsIn,
} from './factsFromConditions';
import { factsFromObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

/** What is kept of a Deployment as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromDeployment(
  raw: unknown,
  cluster: string,
): DeploymentFacts {
  const deployment = new JsonNode(raw);
  const metadata = deployment.at('metadata');
  const spec = deployment.at('spec');
  const status = deployment.at('status');
  const conditions = factsFromConditions(status);
  const progressing = conditions.get('Progressing');
  const progressFailure =
    progressing?.status === 'False' ? progressing.reason : undefined;

  return {
    kind: 'Deployment',
    ...factsFromObject(deployment, cluster),
    templateLabels: spec.at('template', 'metadata', 'labels').texts(),
    desiredReplicas: spec.at('replicas').optionalNumber() ?? 1,
    updatedReplicas: status.at('updatedReplicas').optionalNumber() ?? 0,
    readyReplicas: status.at('readyReplicas').optionalNumber() ?? 0,
    replicas: status.at('replicas').optionalNumber() ?? 0,
    isObserved:
      (status.at('observedGeneration').optionalNumber() ?? 0) >=
      (metadata.at('generation').optionalNumber() ?? 0),
    progressFailure,
    creationFailure: refusedPodsIn(conditions) ?? refusedRevisionIn(conditions),
    isOptedOut:
      metadata.at('annotations', LABEL_CONTRACT).optionalText() === 'ignore',
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
