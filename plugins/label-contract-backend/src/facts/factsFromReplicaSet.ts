import { ReplicaSetFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromConditions, refusedPodsIn } from './factsFromConditions';
import { factsFromObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

/** Where the deployment controller numbers its revisions. */
const REVISION = 'deployment.kubernetes.io/revision';

/** What is kept of a ReplicaSet as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromReplicaSet(
  raw: unknown,
  cluster: string,
): ReplicaSetFacts {
  const replicaSet = new JsonNode(raw);
  const spec = replicaSet.at('spec');

  return {
    kind: 'ReplicaSet',
    ...factsFromObject(replicaSet, cluster),
    templateLabels: spec.at('template', 'metadata', 'labels').texts(),
    revision: revisionOf(
      replicaSet.at('metadata', 'annotations', REVISION).optionalText(),
    ),
    desiredReplicas: spec.at('replicas').optionalNumber() ?? 1,
    creationFailure: refusedPodsIn(
      factsFromConditions(replicaSet.at('status')),
    ),
  };
}

/** Annotations are free text: anybody may write nonsense there. */
function revisionOf(text: string | undefined): number | undefined {
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}
