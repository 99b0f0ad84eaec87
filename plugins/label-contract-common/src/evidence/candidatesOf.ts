import { KUBERNETES_ID } from '../annotations';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { isWorthLabelling } from '../match/isWorthLabelling';
import { Selector } from '../selector/Selector';
import { namesOf, pastIdsOf, Search } from './Search';
import { spellingsOf } from './spellingsOf';

/** Labels by which workloads say what they are part of. */
export const RECOMMENDED = [
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/name',
] as const;

/**
 * Everything that evidence could speak of; all else is too far away. It takes a fixed number of look-ups
 * by label and by namespace, however large the clusters are.
 */
export function candidatesOf(search: Search): WorkloadFacts[] {
  const { entity, selector, matched, facts, isIgnoredNamespace } = search;
  const names = namesOf(search);
  const ids = [...names, ...spellingsOf(search.claimed), ...pastIdsOf(search)];
  const byLabel = [
    // Also what an earlier revision carried.
    selector,
    carrying(KUBERNETES_ID, ids),
    ...RECOMMENDED.map(key => carrying(key, names)),
  ].flatMap(each => [...facts.workloadsMatching(each)]);

  const clusters = [...facts.clusters()].map(({ name }) => name);
  const places = [
    ...matched.map(each => each.facts),
    ...clusters.flatMap(cluster =>
      [
        ...names,
        ...(entity.claim.namespace ? [entity.claim.namespace] : []),
      ].map(namespace => ({ cluster, namespace })),
    ),
  ];
  const placesByKey = new Map(
    places.map(({ cluster, namespace }) => [
      `${cluster}/${namespace}`,
      { cluster, namespace },
    ]),
  );
  const inPlace = [...placesByKey.values()].flatMap(place => [
    ...facts.workloadsIn(place),
  ]);

  const matchedUids = new Set(
    matched.map(each => `${each.facts.cluster}/${each.facts.uid}`),
  );
  return [...new Set([...byLabel, ...inPlace])].filter(
    candidate =>
      !matchedUids.has(`${candidate.cluster}/${candidate.uid}`) &&
      !isIgnoredNamespace(candidate.namespace) &&
      (!entity.claim.namespace ||
        entity.claim.namespace === candidate.namespace) &&
      isWorthLabelling(candidate, facts),
  );
}

function carrying(key: string, values: readonly string[]): Selector {
  return [{ operator: 'in', key, values }];
}
