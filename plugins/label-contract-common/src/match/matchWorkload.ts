import { KUBERNETES_ID } from '../annotations';
import { termsOfSelector } from '../claim/termsOfSelector';
import { DeploymentFacts } from '../facts/DeploymentFacts';
import { FactsView } from './FactsView';
import { Labels } from '../facts/ObjectFacts';
import { PodFacts } from '../facts/PodFacts';
import { ReplicaSetFacts } from '../facts/ReplicaSetFacts';
import {
  matchesRequirement,
  matchesSelector,
} from '../selector/matchesSelector';
import { Selector } from '../selector/Selector';
import { LevelLabel, PodsLabel } from './LevelLabel';
import { MatchedWorkload } from './MatchedWorkload';

/**
 * Holds one workload against the query of a claim; undefined where no level of it matches.
 *
 * An earlier revision alone is no match: the plugin's query returns that ReplicaSet, but nothing of
 * it runs.
 */
export function matchWorkload(options: {
  deployment: DeploymentFacts;
  selector: Selector;
  facts: FactsView;
}): MatchedWorkload | undefined {
  const workload = workloadAgainst(options);
  const { object, podTemplate, pods } = workload.levels;
  return object.matches || podTemplate.matches || pods.matching > 0
    ? {
        ...workload,
        isMatched: true,
        evidence: 'exact',
        signs: [{ id: 'another-level-matches' }],
      }
    : undefined;
}

/** The levels of a workload against a query, whether any of them matches or not. */
export function workloadAgainst(options: {
  deployment: DeploymentFacts;
  selector: Selector;
  facts: FactsView;
}): Omit<MatchedWorkload, 'isMatched' | 'evidence' | 'signs'> {
  const { deployment, selector, facts } = options;
  const isRollingOut = isRolloutInProgress(deployment);
  const pods = countedPods({ deployment, facts, isRollingOut });
  return {
    deployment,
    selector,
    pods,
    creationFailure: creationFailureOf(deployment, facts),
    isRollingOut,
    levels: {
      object: labelOfLevel(deployment.labels, selector),
      podTemplate: labelOfLevel(deployment.templateLabels, selector),
      pods: labelOfPods(pods, selector),
    },
  };
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

function creationFailureOf(
  deployment: DeploymentFacts,
  facts: FactsView,
): string | undefined {
  return [deployment, ...newestFirst(facts.replicaSetsOf(deployment))].find(
    ({ creationFailure }) => creationFailure !== undefined,
  )?.creationFailure;
}

function newestFirst(
  replicaSets: Iterable<ReplicaSetFacts>,
): ReplicaSetFacts[] {
  return [...replicaSets].sort((a, b) => (b.revision ?? 0) - (a.revision ?? 0));
}

/** The label of one level: the first that is wrong, or where none is, the first that is claimed. */
function labelOfLevel(labels: Labels, selector: Selector): LevelLabel {
  const unmet = selector.find(
    requirement => !matchesRequirement(labels, requirement),
  );
  const key = unmet?.key ?? termsOfSelector(selector)[0]?.key ?? KUBERNETES_ID;
  return { matches: unmet === undefined, key, value: labels[key] };
}

function labelOfPods(pods: readonly PodFacts[], selector: Selector): PodsLabel {
  const others = pods
    .filter(({ labels }) => !matchesSelector(labels, selector))
    .map(({ labels }) => labelOfLevel(labels, selector).value);
  return {
    matching: pods.length - others.length,
    of: pods.length,
    otherValues: [...new Set(others)].sort(),
  };
}
