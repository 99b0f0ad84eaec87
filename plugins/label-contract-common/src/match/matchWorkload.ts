import { KUBERNETES_ID } from '../annotations';
import { termsOfSelector } from '../claim/termsOfSelector';
import { Labels } from '../facts/ObjectFacts';
import { PodFacts } from '../facts/PodFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import {
  matchesRequirement,
  matchesSelector,
} from '../selector/matchesSelector';
import { Selector } from '../selector/Selector';
import { podsOf, revisionsOf } from './descendantsOf';
import { FactsView } from './FactsView';
import { LevelLabel, PodsLabel } from './LevelLabel';
import { managerOfWorkload } from './managerOfWorkload';
import { MatchedWorkload } from './MatchedWorkload';
import { levelLabelsOf } from './levelLabelsOf';
import { progressOf, WorkloadProgress } from './WorkloadProgress';

/** Where Kubernetes says of which ControllerRevision a pod is. */
const REVISION_HASH = 'controller-revision-hash';

/**
 * Holds one workload against the query of a claim; undefined where no level of it matches.
 *
 * An earlier revision alone is no match: the plugin's query returns that ReplicaSet, but nothing of
 * it runs.
 */
export function matchWorkload(options: {
  workload: WorkloadFacts;
  selector: Selector;
  facts: FactsView;
}): MatchedWorkload | undefined {
  const matched = workloadAgainst(options);
  const { object, jobTemplate, podTemplate, pods } = matched.levels;
  return object.matches ||
    jobTemplate?.matches ||
    podTemplate.matches ||
    pods.matching > 0
    ? {
        ...matched,
        isMatched: true,
        evidence: 'exact',
        signs: [{ id: 'another-level-matches' }],
      }
    : undefined;
}

/** The levels of a workload against a query, whether any of them matches or not. */
export function workloadAgainst(options: {
  workload: WorkloadFacts;
  selector: Selector;
  facts: FactsView;
}): Omit<MatchedWorkload, 'isMatched' | 'evidence' | 'signs'> {
  const { workload, selector, facts } = options;
  const progress = progressOf(workload);
  const pods = countedPods({ workload, facts, progress });
  const labels = levelLabelsOf(workload);
  return {
    facts: workload,
    selector,
    pods,
    controlled: [...facts.controlledBy(workload)],
    creationFailure: creationFailureOf(workload, facts),
    manager: managerOfWorkload(workload, facts),
    progress,
    levels: {
      object: labelOfLevel(labels.object, selector),
      ...(labels.jobTemplate && {
        jobTemplate: labelOfLevel(labels.jobTemplate, selector),
      }),
      podTemplate: labelOfLevel(labels.podTemplate, selector),
      pods: labelOfPods(pods, selector),
    },
  };
}

function countedPods(options: {
  workload: WorkloadFacts;
  facts: FactsView;
  progress: WorkloadProgress;
}): PodFacts[] {
  const { workload, facts, progress } = options;
  const isOfNewest = progress.isRollingOut
    ? newestRevisionTest(workload, facts)
    : () => true;
  return podsOf(workload, facts)
    .filter(pod => isOfNewest(pod) || staysAsItIs(pod, workload))
    .filter(pod => !pod.isDeleting)
    .filter(pod => pod.phase !== 'Succeeded' && pod.phase !== 'Failed')
    .sort(byName);
}

/** Whatever order the cluster told of them: names of pods are plain letters, and there may be many. */
function byName(a: PodFacts, b: PodFacts): number {
  if (a.name === b.name) {
    return 0;
  }
  return a.name < b.name ? -1 : 1;
}

/** Whether no rollout replaces a pod, of whatever revision it is: its strategy keeps it. */
export function staysAsItIs(pod: PodFacts, workload: WorkloadFacts): boolean {
  if (workload.kind !== 'StatefulSet' && workload.kind !== 'DaemonSet') {
    return false;
  }
  const ordinal = Number(/-(\d+)$/.exec(pod.name)?.[1]);
  return (
    workload.updateStrategy === 'OnDelete' ||
    (workload.kind === 'StatefulSet' && ordinal < (workload.partition ?? 0))
  );
}

/** Whether a pod is of the newest revision; all are where the kind has no revisions. */
export function newestRevisionTest(
  workload: WorkloadFacts,
  facts: FactsView,
): (pod: PodFacts) => boolean {
  const [newest] = revisionsOf(workload, facts);
  if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
    const named =
      workload.kind === 'StatefulSet' ? workload.updateRevision : undefined;
    const revision = named ?? newest?.facts.name;
    return pod =>
      revision === undefined ||
      // A StatefulSet writes the whole name there, a DaemonSet what follows its own.
      [revision, revision.slice(workload.name.length + 1)].includes(
        pod.labels[REVISION_HASH],
      );
  }
  return newest === undefined || workload.kind === 'CronJob'
    ? () => true
    : pod => pod.controllerUid === newest.facts.uid;
}

function creationFailureOf(
  workload: WorkloadFacts,
  facts: FactsView,
): string | undefined {
  return [workload, ...revisionsOf(workload, facts).map(each => each.facts)]
    .map(each => ('creationFailure' in each ? each.creationFailure : undefined))
    .find(words => words !== undefined);
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
