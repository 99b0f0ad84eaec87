import { KUBERNETES_ID } from '../annotations';
import { DeploymentFacts } from '../facts/DeploymentFacts';
import { FactsView } from '../facts/Facts';
import { Labels } from '../facts/ObjectFacts';
import { PodFacts } from '../facts/PodFacts';
import { LevelLabel, PodsLabel } from './EntityReport';
import { MatchedWorkload } from './MatchedWorkload';

/**
 * Holds one workload against the value of a claim; undefined where no level of it matches.
 *
 * An earlier revision alone is no match: the plugin's query returns that ReplicaSet, but nothing of
 * it runs.
 */
export function matchWorkload(options: {
  deployment: DeploymentFacts;
  claimedValue: string;
  facts: FactsView;
}): MatchedWorkload | undefined {
  const { deployment, claimedValue, facts } = options;
  const isRollingOut = isRolloutInProgress(deployment);
  const pods = countedPods({ deployment, facts, isRollingOut });

  const levels = {
    object: labelOfLevel(deployment.labels, claimedValue),
    podTemplate: labelOfLevel(deployment.templateLabels, claimedValue),
    pods: labelOfPods(pods, claimedValue),
  };
  const isMatched =
    levels.object.matches ||
    levels.podTemplate.matches ||
    levels.pods.matching > 0;

  return isMatched
    ? { deployment, claimedValue, pods, isRollingOut, levels }
    : undefined;
}

/** The Deployment controller's own test for a finished rollout, turned around. */
function isRolloutInProgress(deployment: DeploymentFacts): boolean {
  if (deployment.progressFailure) {
    return false;
  }
  return (
    !deployment.isObserved ||
    deployment.updatedReplicas < deployment.desiredReplicas ||
    deployment.replicas > deployment.updatedReplicas ||
    deployment.readyReplicas < deployment.updatedReplicas
  );
}

function countedPods(options: {
  deployment: DeploymentFacts;
  facts: FactsView;
  isRollingOut: boolean;
}): PodFacts[] {
  const { deployment, facts, isRollingOut } = options;
  const replicaSets = [...facts.replicaSetsOf(deployment)];
  const newest = Math.max(...replicaSets.map(set => set.revision ?? 0));

  return replicaSets
    .filter(set => !isRollingOut || (set.revision ?? 0) === newest)
    .flatMap(set => [...facts.podsOf(set)])
    .filter(pod => !pod.isDeleting)
    .filter(pod => pod.phase !== 'Succeeded' && pod.phase !== 'Failed');
}

function labelOfLevel(labels: Labels, claimedValue: string): LevelLabel {
  const value = labels[KUBERNETES_ID];
  return { value, matches: value === claimedValue };
}

function labelOfPods(
  pods: readonly PodFacts[],
  claimedValue: string,
): PodsLabel {
  const values = pods.map(pod => pod.labels[KUBERNETES_ID]);
  const others = values.filter(value => value !== claimedValue);
  return {
    matching: values.length - others.length,
    of: values.length,
    otherValues: [...new Set(others)].sort(),
  };
}
