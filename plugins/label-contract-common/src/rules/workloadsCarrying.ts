import { CatalogView, Claimant } from '../claim/CatalogView';
import { CheckedEntity } from '../claim/ClaimedEntity';
import { FactsView } from '../match/FactsView';
import { isWorthLabelling } from '../match/isWorthLabelling';
import { allLevelLabelsOf } from '../match/levelLabelsOf';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { matchWorkload } from '../match/matchWorkload';
import { Selector } from '../selector/Selector';
import { HiddenWorkloads } from './Finding';

/**
 * Workloads that carry certain labels on some level now, wherever that is. Left out is what alarms
 * nobody: what lives in an ignored namespace, and where nothing is gained by other labels.
 */
export function workloadsCarrying(options: {
  selector: Selector;
  facts: FactsView;
  isIgnoredNamespace?: (namespace: string) => boolean;
}): MatchedWorkload[] {
  const { selector, facts, isIgnoredNamespace = () => false } = options;
  return [...facts.workloadsMatching(selector)]
    .filter(
      workload =>
        isWorthLabelling(workload, facts) &&
        !isIgnoredNamespace(workload.namespace),
    )
    .flatMap(workload => matchWorkload({ workload, selector, facts }) ?? []);
}

/** The entities whose claim finds some level of a workload, each once. */
function claimantsOfWorkload(
  { facts, pods }: MatchedWorkload,
  catalog: CatalogView,
): Claimant[] {
  const claimants = [
    ...allLevelLabelsOf(facts),
    ...pods.map(({ labels }) => labels),
  ].flatMap(labels => catalog.claimantsOf(labels, facts));
  return [...new Map(claimants.map(each => [each.entityRef, each])).values()];
}

/** Entities other than this one whose claim finds some level of a workload. */
export function otherClaimants(options: {
  entity: CheckedEntity;
  workload: MatchedWorkload;
  catalog: CatalogView;
}): Claimant[] {
  const { entity, workload, catalog } = options;
  // The claims of all entities may be a minute old, and have what this one claimed before.
  return claimantsOfWorkload(workload, catalog).filter(
    ({ entityRef }) => entityRef !== entity.entityRef,
  );
}

/** How much of an entity the tab does not show. */
export function hiddenWorkloads(
  workloads: readonly MatchedWorkload[],
): HiddenWorkloads {
  return {
    workloads: workloads.length,
    hiddenPods: workloads.reduce((total, { pods }) => total + pods.length, 0),
  };
}

/** Each value once, in order. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en'));
}
