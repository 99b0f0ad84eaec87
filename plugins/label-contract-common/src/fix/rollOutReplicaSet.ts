import { Facts } from '../facts/Facts';
import { PodFacts } from '../facts/PodFacts';
import { ReplicaSetFacts } from '../facts/ReplicaSetFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';

/** A workload that makes pods by way of ReplicaSets, or ReplicationControllers. */
type RevisedWorkload = Extract<
  WorkloadFacts,
  { kind: 'Deployment' | 'Rollout' | 'DeploymentConfig' }
>;

/** The facts after the rollout of a new template has come to rest. */
export function rollOutReplicaSet(
  workload: RevisedWorkload,
  others: readonly Facts[],
): Facts[] {
  const { cluster, uid, desiredReplicas } = workload;
  const revisions = others.filter(
    (fact): fact is ReplicaSetFacts =>
      (fact.kind === 'ReplicaSet' || fact.kind === 'ReplicationController') &&
      fact.cluster === cluster &&
      fact.controllerUid === uid,
  );
  const uids = new Set(revisions.map(each => each.uid));
  const isOwnPod = (fact: Facts): fact is PodFacts =>
    fact.kind === 'Pod' &&
    fact.cluster === cluster &&
    uids.has(fact.controllerUid ?? '');
  const newest = revisions.reduce<ReplicaSetFacts | undefined>(
    (best, each) =>
      best && (best.revision ?? 0) >= (each.revision ?? 0) ? best : each,
    undefined,
  );
  const started = nextReplicaSet(workload, 1 + (newest?.revision ?? 0));
  const pods = podsAfter({
    replicaSet: started,
    examples: others
      .filter(isOwnPod)
      .filter(pod => pod.controllerUid === newest?.uid && isCounted(pod)),
  });

  return [
    {
      ...workload,
      isObserved: true,
      replicas: desiredReplicas,
      updatedReplicas: desiredReplicas,
      // Where no pod is known, as on a cluster that lists none, what the workload said stands.
      readyReplicas:
        pods.length > 0
          ? pods.filter(({ isReady }) => isReady).length
          : Math.min(workload.readyReplicas, desiredReplicas),
    },
    started,
    ...pods,
    ...others
      .filter(fact => !isOwnPod(fact))
      .map(fact =>
        revisions.some(each => each === fact)
          ? { ...fact, desiredReplicas: 0 }
          : fact,
      ),
  ];
}

function nextReplicaSet(
  workload: RevisedWorkload,
  revision: number,
): ReplicaSetFacts {
  return {
    kind:
      workload.kind === 'DeploymentConfig'
        ? 'ReplicationController'
        : 'ReplicaSet',
    cluster: workload.cluster,
    namespace: workload.namespace,
    name: `${workload.name}-${revision}`,
    uid: `${workload.uid}-revision-${revision}`,
    controllerUid: workload.uid,
    controllerKind: workload.kind,
    labels: workload.templateLabels,
    templateLabels: workload.templateLabels,
    revision,
    desiredReplicas: workload.desiredReplicas,
    readyReplicas: workload.desiredReplicas,
    isOptedOut: false,
  };
}

/** The pods of a revision, which take turns in doing what those before them did. */
function podsAfter(options: {
  replicaSet: ReplicaSetFacts;
  examples: readonly PodFacts[];
}): PodFacts[] {
  const { replicaSet, examples } = options;
  if (examples.length === 0) {
    return [];
  }
  return Array.from({ length: replicaSet.desiredReplicas }, (_, index) => ({
    ...examples[index % examples.length],
    name: `${replicaSet.name}-${index + 1}`,
    uid: `${replicaSet.uid}-${index + 1}`,
    controllerUid: replicaSet.uid,
    labels: replicaSet.templateLabels,
  }));
}

function isCounted({ isDeleting, phase }: PodFacts): boolean {
  return !isDeleting && phase !== 'Succeeded' && phase !== 'Failed';
}
