import { termOf } from '../claim/termsOfSelector';
import { PodFacts } from '../facts/PodFacts';
import { refOfWorkload } from '../facts/WorkloadRef';
import { Fix, LabelPodsFix, RollPodsFix } from '../fix/Fix';
import { revisionsOf } from '../match/descendantsOf';
import { FactsView } from '../match/FactsView';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { staysAsItIs } from '../match/matchWorkload';
import { WorkloadProgress } from '../match/WorkloadProgress';
import {
  matchesRequirement,
  matchesSelector,
} from '../selector/matchesSelector';
import { labelFinding } from './labelFinding';
import { ownLevelsOf } from './ownLevelsOf';
import { defineWorkloadRule } from './Rule';

/**
 * The template is right and running pods are not, and nothing is on its way that would replace them: the
 * rollout is held, or somebody labelled the pods themselves.
 *
 * @public
 */
export const podsFollowTemplate = defineWorkloadRule({
  id: 'pods-follow-template',
  description:
    'Running pods carry the contract label that their pod template has.',
  verdict: 'contract',
  severities: ['error', 'warning'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: ['label-pods', 'roll-pods'],
  check({ workload, facts }) {
    const isRightElsewhere = ownLevelsOf(workload).every(
      ({ label }) => label.matches,
    );
    const stragglers = isRightElsewhere
      ? stragglersOf(workload, facts)
      : undefined;
    if (!stragglers) {
      return undefined;
    }

    const { because, pods } = stragglers;
    const { values, ...finding } = labelFinding(workload);
    return {
      rule: 'pods-follow-template',
      ...finding,
      // A canary of Argo Rollouts waits for somebody's word, and may do so for long.
      severity: workload.facts.kind === 'Rollout' ? 'warning' : 'error',
      message: { id: because, values: { ...values, pods: pods.length } },
      fixes: fixesFor(workload, stragglers),
    };
  },
});

/** Pods that carry something else than their template, and why they will stay. */
interface Stragglers {
  readonly because: NonNullable<WorkloadProgress['heldBy']> | 'changed-by-hand';
  readonly pods: readonly PodFacts[];
}

function stragglersOf(
  workload: MatchedWorkload,
  facts: FactsView,
): Stragglers | undefined {
  const { heldBy, isRollingOut } = workload.progress;
  const differing = workload.pods
    .filter(({ labels }) => !matchesSelector(labels, workload.selector))
    // A rollout that progresses gets to all others by itself.
    .filter(pod => !isRollingOut || staysAsItIs(pod, workload.facts));
  const changed = differing.filter(pod => isChanged(pod, workload, facts));
  const earlier = differing.filter(pod => !changed.includes(pod));
  if (heldBy !== undefined && earlier.length > 0) {
    return { because: heldBy, pods: earlier };
  }
  return changed.length > 0
    ? { because: 'changed-by-hand', pods: changed }
    : undefined;
}

/** Whether a pod once carried what it should, as far as its own revision tells. */
function isChanged(
  pod: PodFacts,
  workload: MatchedWorkload,
  facts: FactsView,
): boolean {
  switch (workload.facts.kind) {
    case 'CronJob':
    case 'Pod':
      // The next Job brings the label; a pod is its own template.
      return false;
    case 'Deployment':
    case 'Rollout':
    case 'DeploymentConfig':
      // Pods of an earlier revision are about to go, though their watch has not said so yet.
      return revisionsOf(workload.facts, facts).some(
        revision =>
          revision.facts.uid === pod.controllerUid &&
          // The tab finds a pod by its ReplicaSet, so that has to be right as well.
          [revision.labels, revision.facts.labels].every(labels =>
            matchesSelector(labels, workload.selector),
          ),
      );
    default:
      return workload.progress.heldBy === undefined;
  }
}

function fixesFor(
  workload: MatchedWorkload,
  { because, pods: stragglers }: Stragglers,
): Fix[] {
  const ref = refOfWorkload(workload.facts);
  const pods = stragglers.map(({ name }) => name).sort();
  const roll = (how: RollPodsFix['how']): RollPodsFix => ({
    kind: 'roll-pods',
    workload: ref,
    how,
    pods,
  });
  switch (because) {
    case 'paused':
      return [roll('resume-rollout')];
    case 'deadline':
      return [roll('restart')];
    case 'on-delete':
      // Without a restart first; the next pods get the label from the template either way.
      return [...labelPods(workload, stragglers), roll('delete-pods')];
    case 'partition':
    case 'changed-by-hand':
      // A pod below the partition comes back as it was, however often it is deleted.
      return labelPods(workload, stragglers);
    default:
      return because satisfies never;
  }
}

/** Labels the pods in place, where one label puts them right. */
function labelPods(
  workload: MatchedWorkload,
  stragglers: readonly PodFacts[],
): LabelPodsFix[] {
  const unmet = workload.selector.filter(requirement =>
    stragglers.some(({ labels }) => !matchesRequirement(labels, requirement)),
  );
  const term = unmet.length === 1 ? termOf(unmet[0]) : undefined;
  return term
    ? [
        {
          kind: 'label-pods',
          workload: refOfWorkload(workload.facts),
          pods: stragglers.map(({ name }) => name).sort(),
          ...term,
        },
      ]
    : [];
}
