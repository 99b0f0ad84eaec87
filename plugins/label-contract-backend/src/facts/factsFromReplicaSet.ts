import { ReplicaSetFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromConditions, refusedPodsIn } from './factsFromConditions';
import { factsFromReplicas } from './factsFromReplicas';
import { factsFromTemplated } from './factsFromTemplated';
import { JsonNode } from './JsonNode';

/** Where controllers number their revisions: those of Deployments, Rollouts and DeploymentConfigs. */
const REVISIONS = [
  'deployment.kubernetes.io/revision',
  'rollout.argoproj.io/revision',
  'openshift.io/deployment-config.latest-version',
];

/** What is kept of a ReplicaSet as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromReplicaSet(
  raw: unknown,
  cluster: string,
): ReplicaSetFacts {
  return factsFromRevision({ raw, kind: 'ReplicaSet', cluster });
}

/** What is kept of a ReplicationController as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromReplicationController(
  raw: unknown,
  cluster: string,
): ReplicaSetFacts {
  return factsFromRevision({ raw, kind: 'ReplicationController', cluster });
}

function factsFromRevision(options: {
  raw: unknown;
  kind: ReplicaSetFacts['kind'];
  cluster: string;
}): ReplicaSetFacts {
  const { raw, kind, cluster } = options;
  const object = new JsonNode(raw);
  const { desiredReplicas, readyReplicas } = factsFromReplicas(object);
  return {
    kind,
    ...factsFromTemplated({ object, kind, cluster }),
    revision: revisionOf(object),
    desiredReplicas,
    readyReplicas,
    creationFailure: refusedPodsIn(factsFromConditions(object.at('status'))),
  };
}

/** Annotations are free text: anybody may write nonsense there. */
function revisionOf(object: JsonNode): number | undefined {
  const annotations = object.at('metadata', 'annotations');
  const text = REVISIONS.map(key => annotations.at(key).optionalText()).find(
    found => found !== undefined,
  );
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}
