import { KUBERNETES_ID } from '../annotations';
import { CatalogView } from '../claim/CatalogView';
import { ClusterFacts } from '../facts/Facts';
import { Labels } from '../facts/ObjectFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { refOfWorkload, WorkloadRef } from '../facts/WorkloadRef';
import { podsOf } from '../match/descendantsOf';
import { FactsView } from '../match/FactsView';
import { isWorthLabelling } from '../match/isWorthLabelling';
import { levelLabelsOf } from '../match/levelLabelsOf';
import { progressOf } from '../match/WorkloadProgress';
import { isWithoutItsController } from '../report/isWithoutItsController';
import { Evidence } from '../rules/Finding';
import { LikelyEntity, UnclaimedWorkload } from './UnclaimedReport';

/**
 * What a fleet says of a workload whose contract label nobody claims; undefined where a claim matches a
 * level of it, or names every value that it carries, and where nobody is to be bothered: it opted out, is
 * about to go, is not the top of its chain, or lives in an ignored namespace.
 *
 * @public
 */
export function unclaimedWorkload(
  workload: WorkloadFacts,
  options: {
    facts: FactsView;
    /** All clusters that are known. */
    clusters: readonly ClusterFacts[];
    catalog: CatalogView;
    isIgnoredNamespace: (namespace: string) => boolean;
    /** Entities whose claim should match it, by their own reports. */
    nearMissOf: (workload: WorkloadRef) => readonly LikelyEntity[];
    /** Entities that a value may mean. */
    likely: (value: string) => readonly LikelyEntity[];
  },
): UnclaimedWorkload | undefined {
  const { facts, clusters, catalog } = options;
  if (
    options.isIgnoredNamespace(workload.namespace) ||
    !isWorthLabelling(workload, facts) ||
    isWithoutItsController(workload, clusters)
  ) {
    return undefined;
  }
  const levels = labelsOfLevels(workload, facts);
  if (levels.some(labels => catalog.claimantsOf(labels, workload).length > 0)) {
    return undefined;
  }
  const value = levels
    .map(labels => labels[KUBERNETES_ID])
    .find(each => each !== undefined && !catalog.hasId(each));
  if (value === undefined) {
    return undefined;
  }
  const ref = refOfWorkload(workload);
  const { ready, desired } = progressOf(workload);
  const near = likeliestOf(options.nearMissOf(ref));
  return {
    ref,
    key: KUBERNETES_ID,
    value,
    pods: { ready: Math.min(ready, desired), of: desired },
    likeliest: near.length > 0 ? near : options.likely(value),
  };
}

/** Of the entities that a workload should belong to, the one that is surest of it; a draw makes all weak. */
function likeliestOf(
  entities: readonly LikelyEntity[],
): readonly LikelyEntity[] {
  const evidences: readonly Evidence[] = ['exact', 'strong'];
  const surest = evidences
    .map(evidence => entities.filter(each => each.evidence === evidence))
    .find(group => group.length > 0);
  return surest && surest.length > 1
    ? surest.map(each => ({ ...each, evidence: 'weak' }))
    : surest ?? [];
}

/** The labels of a workload's levels, innermost first: what it makes pods of tells best what is meant. */
function labelsOfLevels(workload: WorkloadFacts, facts: FactsView): Labels[] {
  const { podTemplate, jobTemplate, object } = levelLabelsOf(workload);
  const pods = podsOf(workload, facts)
    .filter(({ isDeleting }) => !isDeleting)
    .filter(({ phase }) => phase !== 'Succeeded' && phase !== 'Failed')
    .map(({ labels }) => labels);
  return [podTemplate, ...(jobTemplate ? [jobTemplate] : []), object, ...pods];
}
