import { FactsView } from './FactsView';

/** A view on the facts of some clusters only: those that a claim reaches. */
export function factsOfClusters(
  facts: FactsView,
  clusters: readonly string[],
): FactsView {
  const isInside = ({ cluster }: { readonly cluster: string }) =>
    clusters.includes(cluster);
  return {
    workloadsMatching: selector =>
      [...facts.workloadsMatching(selector)].filter(isInside),
    workloadsIn: place => (isInside(place) ? facts.workloadsIn(place) : []),
    // A controller and what it controls live on one cluster.
    replicaSetsOf: deployment => facts.replicaSetsOf(deployment),
    podsOf: replicaSet => facts.podsOf(replicaSet),
    clusters: () =>
      [...facts.clusters()].filter(({ name }) => clusters.includes(name)),
  };
}
