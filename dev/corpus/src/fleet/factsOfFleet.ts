import {
  Facts,
  FactsView,
  Labels,
  matchesSelector,
  Selector,
} from '@portal-operations/plugin-label-contract-common';
import { Fleet, FleetWorkload, Revision } from './Fleet';

/** What of a workload a look-up needs: its objects. */
type Objects = Omit<FleetWorkload, 'runs'>;

/** Every object of a fleet, flat. */
export function objectsOfFleet(fleet: Pick<Fleet, 'workloads'>): Facts[] {
  return fleet.workloads.flatMap(({ deployment, revisions }) => [
    deployment,
    ...revisions.flatMap(({ replicaSet, pods }) => [replicaSet, ...pods]),
  ]);
}

/**
 * What an evaluation sees of a fleet. A selector that asks for one value is answered by a look-up, so
 * ten thousand fleets take seconds.
 */
export function factsOfFleet(
  fleet: Pick<Fleet, 'clusters'> & { readonly workloads: readonly Objects[] },
): FactsView {
  const byUid = new Map<string, Objects>();
  const bySet = new Map<string, Revision>();
  const byLabel = new Map<string, Set<Objects>>();
  for (const workload of fleet.workloads) {
    byUid.set(workload.deployment.uid, workload);
    for (const revision of workload.revisions) {
      bySet.set(revision.replicaSet.uid, revision);
    }
    for (const labels of labelsOf(workload)) {
      for (const [key, value] of Object.entries(labels)) {
        const entry = `${key}=${value}`;
        byLabel.set(entry, (byLabel.get(entry) ?? new Set()).add(workload));
      }
    }
  }

  return {
    workloadsMatching: selector =>
      candidates(selector, byLabel, fleet.workloads)
        .filter(workload =>
          labelsOf(workload).some(labels => matchesSelector(labels, selector)),
        )
        .map(({ deployment }) => deployment),
    workloadsIn: ({ cluster, namespace }) =>
      fleet.workloads
        .map(({ deployment }) => deployment)
        .filter(
          deployment =>
            deployment.cluster === cluster &&
            deployment.namespace === namespace,
        ),
    replicaSetsOf: ({ uid }) =>
      byUid.get(uid)?.revisions.map(({ replicaSet }) => replicaSet) ?? [],
    podsOf: ({ uid }) => bySet.get(uid)?.pods ?? [],
    clusters: () => fleet.clusters,
  };
}

function candidates(
  selector: Selector,
  byLabel: ReadonlyMap<string, ReadonlySet<Objects>>,
  all: readonly Objects[],
): readonly Objects[] {
  const [term] = selector;
  return term?.operator === 'in' && term.values.length === 1
    ? [...(byLabel.get(`${term.key}=${term.values[0]}`) ?? [])]
    : all;
}

function labelsOf({ deployment, revisions }: Objects): Labels[] {
  return [
    deployment.labels,
    deployment.templateLabels,
    ...revisions.flatMap(({ replicaSet, pods }) => [
      replicaSet.templateLabels,
      ...pods.map(({ labels }) => labels),
    ]),
  ];
}
