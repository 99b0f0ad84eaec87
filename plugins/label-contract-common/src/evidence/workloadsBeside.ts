import { ClaimedEntity } from '../claim/ClaimedEntity';
import { FactsView, Place } from '../match/FactsView';
import { isWorthLabelling } from '../match/isWorthLabelling';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { WorkloadHint } from '../match/WorkloadHint';
import { matchWorkload, workloadAgainst } from '../match/matchWorkload';
import { candidatesOf } from './candidatesOf';
import { evidenceFor } from './evidenceFor';
import { intendedLabelsOf } from './intendedLabelsOf';
import { isSomebodyElses } from './isSomebodyElses';
import { isTwinOfPlace } from './isTwinOfPlace';
import { Search } from './Search';
import { weakSignsOf } from './weakSignsOf';

/** What a claim does not find, and that belongs to the entity all the same, or may do. */
export interface WorkloadsBeside {
  readonly nearMisses: readonly MatchedWorkload[];
  readonly hints: readonly WorkloadHint[];
}

/** A search for whatever a claim should find; without the id where it claims by selector. */
export type BesideOptions = Omit<Search, 'claimed'> & {
  readonly entity: ClaimedEntity;
  /** All clusters, those that the claim does not reach too. */
  readonly everywhere: FactsView;
};

/**
 * Workloads of which no level matches. Exact or strong evidence that one belongs to the entity makes a
 * near miss; weak evidence (a prefix, a release in common) makes a hint, however much there is of it. Only
 * claims by id have any: a selector says too little of what nearly fits.
 */
export function workloadsBeside(options: BesideOptions): WorkloadsBeside {
  const { everywhere, ...others } = options;
  const { entity, selector, facts } = options;
  const claimed = entity.claim.id;
  if (claimed === undefined) {
    return { nearMisses: [], hints: [] };
  }

  const search: Search = { ...others, claimed };
  const candidates = candidatesOf(search);
  const inPlace = candidates.flatMap(workload => {
    const found = evidenceFor(workload, search);
    return found
      ? [
          {
            ...workloadAgainst({ workload, selector, facts }),
            isMatched: false,
            ...found,
          },
        ]
      : [];
  });
  const certain = new Set(inPlace.map(each => each.facts));
  return {
    nearMisses: [...inPlace, ...outsideOf(search, everywhere)],
    hints: candidates
      .filter(workload => !certain.has(workload))
      .flatMap(workload => {
        const signs = weakSignsOf(workload, search);
        return signs.length > 0 ? [{ facts: workload, signs }] : [];
      }),
  };
}

/**
 * Workloads whose label is right, outside of the place that the claim is narrowed to. They count only
 * where nothing matches inside of it: else the claim leaves them out on purpose.
 */
function outsideOf(search: Search, everywhere: FactsView): MatchedWorkload[] {
  const { entity, selector, matched, facts, isIgnoredNamespace } = search;
  if (matched.length > 0) {
    return [];
  }
  const { namespace: claimed } = entity.claim;
  const reached = [...facts.clusters()].map(({ name }) => name);
  const isInside = ({ cluster, namespace }: Place) =>
    reached.includes(cluster) && (!claimed || claimed === namespace);

  return [...everywhere.workloadsMatching(selector)]
    .filter(
      workload =>
        !isInside(workload) &&
        !isTwinOfPlace(workload, { namespace: claimed, clusters: reached }) &&
        !isIgnoredNamespace(workload.namespace) &&
        isWorthLabelling(workload, everywhere) &&
        !intendedLabelsOf(workload).some(level =>
          isSomebodyElses(level, workload, search),
        ),
    )
    .flatMap(workload => {
      const { cluster, namespace } = workload;
      const found = matchWorkload({ workload, selector, facts: everywhere });
      return found
        ? [
            {
              ...found,
              isMatched: false,
              signs: [{ id: 'outside-claimed-place', cluster, namespace }],
            },
          ]
        : [];
    });
}

/** Whether the label of a near miss is right, and only its place is not the claimed one. */
export function isOutsideClaimedPlace({ signs }: MatchedWorkload): boolean {
  return signs.some(({ id }) => id === 'outside-claimed-place');
}
