import { PodFacts } from '../facts/PodFacts';
import { Labels } from '../facts/ObjectFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { ControlledFacts, FactsView } from './FactsView';

/** One revision of a workload: the labels that its template had, and which pods are of it. */
export interface WorkloadRevision {
  readonly labels: Labels;
  /** The highest is the newest; undefined where the cluster does not number it. */
  readonly number?: number;
  /** ReplicaSet, ReplicationController, Job or ControllerRevision that stands for it. */
  readonly facts: ControlledFacts;
}

/** Everything that an object controls, directly or through others. */
export function descendantsOf(
  owner: { readonly cluster: string; readonly uid: string },
  facts: FactsView,
): ControlledFacts[] {
  return [...facts.controlledBy(owner)].flatMap(each => [
    each,
    // A pod may control others, as a driver of Spark does.
    ...descendantsOf(each, facts),
  ]);
}

/** All pods of a workload, by the chain of controllers; a pod that nothing controls is its own. */
export function podsOf(
  workload: WorkloadFacts,
  facts: FactsView,
): readonly PodFacts[] {
  return workload.kind === 'Pod'
    ? [workload]
    : descendantsOf(workload, facts).filter(each => each.kind === 'Pod');
}

/** The revisions of a workload, newest first; none where its kind has none. */
export function revisionsOf(
  workload: WorkloadFacts,
  facts: FactsView,
): WorkloadRevision[] {
  return [...facts.controlledBy(workload)]
    .flatMap(each => revisionOf(each) ?? [])
    .sort((a, b) => (b.number ?? 0) - (a.number ?? 0));
}

function revisionOf(facts: ControlledFacts): WorkloadRevision | undefined {
  switch (facts.kind) {
    case 'ReplicaSet':
    case 'ReplicationController':
      return { labels: facts.templateLabels, number: facts.revision, facts };
    case 'ControllerRevision':
      return {
        labels: facts.labels,
        number: facts.revision ?? Date.parse(facts.createdAt ?? ''),
        facts,
      };
    case 'Job':
      return {
        labels: facts.templateLabels,
        number: Date.parse(facts.createdAt ?? '') || undefined,
        facts,
      };
    case 'Pod':
      return undefined;
    default:
      return facts satisfies never;
  }
}
