import { DeploymentFacts } from '../facts/DeploymentFacts';
import { Facts } from '../facts/Facts';
import { Labels } from '../facts/ObjectFacts';
import { PodFacts } from '../facts/PodFacts';
import { ReplicaSetFacts } from '../facts/ReplicaSetFacts';
import { Fix, SetLabelFix } from './Fix';

/**
 * What the clusters would hold once a fix was carried out and everything came to rest: the Deployment
 * controller makes a new revision of a changed pod template, and its pods take the place of all
 * earlier ones. The new pods do what the old ones did, for a label heals no crash. A fix that changes
 * nothing in a cluster, or names a workload that is gone, leaves the facts as they are.
 *
 * @public
 */
export function applyFixToFacts(fix: Fix, facts: readonly Facts[]): Facts[] {
  if (fix.kind !== 'set-label') {
    return [...facts];
  }
  const deployment = facts.find(
    (fact): fact is DeploymentFacts =>
      fact.kind === 'Deployment' &&
      fact.cluster === fix.workload.cluster &&
      fact.uid === fix.workload.uid,
  );
  if (!deployment) {
    return [...facts];
  }
  const patched = patchedDeployment(fix, deployment);
  const others = facts.filter(fact => fact !== deployment);
  return fix.levels.includes('pod-template')
    ? rolledOut({ before: deployment, after: patched, others })
    : [patched, ...others];
}

function patchedDeployment(
  fix: SetLabelFix,
  deployment: DeploymentFacts,
): DeploymentFacts {
  const patchedAt = (level: SetLabelFix['levels'][number], labels: Labels) =>
    fix.levels.includes(level) ? { ...labels, [fix.key]: fix.value } : labels;
  return {
    ...deployment,
    labels: patchedAt('object', deployment.labels),
    templateLabels: patchedAt('pod-template', deployment.templateLabels),
  };
}

/** The facts after the rollout of a new template has come to rest. */
function rolledOut(options: {
  before: DeploymentFacts;
  after: DeploymentFacts;
  others: readonly Facts[];
}): Facts[] {
  const { before, after, others } = options;
  const revisions = others.filter(
    (fact): fact is ReplicaSetFacts =>
      fact.kind === 'ReplicaSet' &&
      fact.cluster === before.cluster &&
      fact.controllerUid === before.uid,
  );
  const uids = new Set(revisions.map(({ uid }) => uid));
  const isOwnPod = (fact: Facts): fact is PodFacts =>
    fact.kind === 'Pod' &&
    fact.cluster === before.cluster &&
    uids.has(fact.controllerUid ?? '');
  const newest = revisions.reduce<ReplicaSetFacts | undefined>(
    (best, each) =>
      best && (best.revision ?? 0) >= (each.revision ?? 0) ? best : each,
    undefined,
  );
  const revision = 1 + (newest?.revision ?? 0);
  const started: ReplicaSetFacts = {
    kind: 'ReplicaSet',
    cluster: after.cluster,
    namespace: after.namespace,
    name: `${after.name}-${revision}`,
    uid: `${after.uid}-revision-${revision}`,
    controllerUid: after.uid,
    labels: after.templateLabels,
    templateLabels: after.templateLabels,
    revision,
    desiredReplicas: after.desiredReplicas,
  };
  const pods = podsAfter({
    replicaSet: started,
    examples: others
      .filter(isOwnPod)
      .filter(pod => pod.controllerUid === newest?.uid && isCounted(pod)),
    count: after.desiredReplicas,
  });

  return [
    {
      ...after,
      isObserved: true,
      replicas: after.desiredReplicas,
      updatedReplicas: after.desiredReplicas,
      // Where no pod is known, as on a cluster that lists none, what the Deployment said stands.
      readyReplicas:
        pods.length > 0
          ? pods.filter(({ isReady }) => isReady).length
          : Math.min(before.readyReplicas, after.desiredReplicas),
    },
    started,
    ...pods,
    ...others
      .filter(fact => !isOwnPod(fact))
      .map(fact =>
        fact.kind === 'ReplicaSet' && revisions.includes(fact)
          ? { ...fact, desiredReplicas: 0 }
          : fact,
      ),
  ];
}

/** So many pods of a revision, which take turns in doing what those before them did. */
function podsAfter(options: {
  replicaSet: ReplicaSetFacts;
  examples: readonly PodFacts[];
  count: number;
}): PodFacts[] {
  const { replicaSet, examples, count } = options;
  if (examples.length === 0) {
    return [];
  }
  return Array.from({ length: count }, (_, index) => ({
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
