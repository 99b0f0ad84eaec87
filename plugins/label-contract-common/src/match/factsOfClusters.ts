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
    controlledBy: owner => facts.controlledBy(owner),
    companionsIn: place => (isInside(place) ? facts.companionsIn(place) : []),
    servicesOn: cluster =>
      isInside({ cluster }) ? facts.servicesOn(cluster) : [],
    endpointSlicesIn: place =>
      isInside(place) ? facts.endpointSlicesIn(place) : [],
    namespace: place => (isInside(place) ? facts.namespace(place) : undefined),
    node: place => (isInside(place) ? facts.node(place) : undefined),
    // What manages a workload may be on a cluster that no tab asks.
    applicationsReaching: target => facts.applicationsReaching(target),
    troubleOf: object =>
      isInside(object) ? facts.troubleOf(object) : undefined,
    clusters: () =>
      [...facts.clusters()].filter(({ name }) => clusters.includes(name)),
  };
}
