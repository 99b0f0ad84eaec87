import {
  ApplicationFacts,
  applicationsReaching,
  ClusterFacts,
  CompanionFacts,
  ControlledFacts,
  EndpointSliceFacts,
  Facts,
  FactsView,
  HistoryView,
  isCompanion,
  isControlled,
  isWorkloadKind,
  Labels,
  labelsThatCount,
  matchesSelector,
  NamespaceFacts,
  NodeFacts,
  Selector,
  ServiceFacts,
  TroubleFacts,
  WorkloadFacts,
} from '@portal-operations/plugin-label-contract-common';
import { refOf } from './refOf';
import { Fleet, Place } from './Fleet';

/** Every object of a fleet, flat. */
export function objectsOfFleet(
  fleet: Pick<Fleet, 'workloads' | 'bystanders'>,
): Facts[] {
  return [
    ...fleet.workloads.flatMap(({ top, below }) => [top, ...below]),
    ...fleet.bystanders,
  ];
}

/** What an evaluation sees of a fleet. */
export function factsOfFleet(fleet: Fleet): FactsView {
  return indexedFacts({
    facts: objectsOfFleet(fleet),
    clusters: fleet.clusters,
    troubles: troublesOf(fleet),
  });
}

/** What was read once of the objects of a fleet, by uid. */
export function troublesOf(
  fleet: Pick<Fleet, 'workloads'>,
): Record<string, TroubleFacts> {
  return Object.assign({}, ...fleet.workloads.map(({ troubles }) => troubles));
}

/** What is remembered of a fleet's past. */
export function historyOfFleet(fleet: Fleet): HistoryView {
  const workloads = new Map(fleet.workloads.map(each => [each.top.uid, each]));
  const services = new Map(fleet.services.map(each => [refOf(each), each]));
  return {
    labelChangesOf: ({ uid }) => workloads.get(uid)?.changes ?? [],
    claimsBefore: entityRef => services.get(entityRef)?.pastClaims ?? [],
    lastMatched: entityRef => services.get(entityRef)?.lastMatched,
  };
}

/** A workload at the top of its chain, with the labels that make it known. */
interface Known {
  readonly top: WorkloadFacts;
  readonly labels: Labels[];
}

/**
 * A view on facts with tables for every question. A selector that asks for one value is answered by a
 * look-up, so ten thousand fleets take seconds.
 */
export function indexedFacts(options: {
  facts: readonly Facts[];
  clusters: readonly ClusterFacts[];
  troubles: Readonly<Record<string, TroubleFacts>>;
}): FactsView {
  const { facts, clusters, troubles } = options;
  const byUid = new Map(facts.map(fact => [fact.uid, fact]));
  const controlled = new Map<string, ControlledFacts[]>();
  const known = new Map<string, Known>();
  const byLabel = new Map<string, Set<Known>>();
  const workloads = new Map<string, WorkloadFacts[]>();
  const companions = new Map<string, CompanionFacts[]>();
  const services = new Map<string, ServiceFacts[]>();
  const slices = new Map<string, EndpointSliceFacts[]>();
  const namespaces = new Map<string, NamespaceFacts>();
  const nodes = new Map<string, NodeFacts>();
  const applications = new Map<string, ApplicationFacts[]>();

  for (const fact of facts) {
    const top = topOf(fact, byUid);
    if (isWorkloadKind(top)) {
      const own = known.get(top.uid) ?? { top, labels: [] };
      known.set(top.uid, own);
      own.labels.push(...labelsThatCount(fact));
    }
    if (isWorkloadKind(fact) && top === fact) {
      addTo(workloads, placeKey(fact), fact);
    }
    if (isControlled(fact) && fact.controllerUid !== undefined) {
      addTo(controlled, fact.controllerUid, fact);
    } else if (isCompanion(fact)) {
      addTo(companions, placeKey(fact), fact);
      if (fact.kind === 'Service') {
        addTo(services, fact.cluster, fact);
      }
    } else if (fact.kind === 'EndpointSlice') {
      addTo(slices, placeKey(fact), fact);
    } else if (fact.kind === 'Namespace') {
      namespaces.set(`${fact.cluster}/${fact.name}`, fact);
    } else if (fact.kind === 'Node') {
      nodes.set(`${fact.cluster}/${fact.name}`, fact);
    } else if (fact.kind === 'Application') {
      addTo(applications, fact.name, fact);
    }
  }
  for (const each of known.values()) {
    for (const labels of each.labels) {
      for (const [key, value] of Object.entries(labels)) {
        const entry = `${key}=${value}`;
        byLabel.set(entry, (byLabel.get(entry) ?? new Set()).add(each));
      }
    }
  }

  return {
    workloadsMatching: selector =>
      candidates(selector, byLabel, known)
        .filter(({ labels }) =>
          labels.some(each => matchesSelector(each, selector)),
        )
        .map(({ top }) => top),
    workloadsIn: place => workloads.get(placeKey(place)) ?? [],
    controlledBy: ({ uid }) => controlled.get(uid) ?? [],
    companionsIn: place => companions.get(placeKey(place)) ?? [],
    servicesOn: cluster => services.get(cluster) ?? [],
    endpointSlicesIn: place => slices.get(placeKey(place)) ?? [],
    namespace: place => namespaces.get(placeKey(place)),
    node: ({ cluster, name }) => nodes.get(`${cluster}/${name}`),
    applicationsReaching: ({ cluster, name }) =>
      applicationsReaching({
        applications: applications.get(name) ?? [],
        cluster,
        clusters,
      }),
    troubleOf: ({ uid }) => troubles[uid],
    clusters: () => clusters,
  };
}

/** What controls an object, at the end of the chain as far as it is known; else the object itself. */
function topOf(fact: Facts, byUid: ReadonlyMap<string, Facts>): Facts {
  const controller = byUid.get(fact.controllerUid ?? '');
  return controller ? topOf(controller, byUid) : fact;
}

function candidates(
  selector: Selector,
  byLabel: ReadonlyMap<string, ReadonlySet<Known>>,
  all: ReadonlyMap<string, Known>,
): readonly Known[] {
  const [term] = selector;
  return term?.operator === 'in' && term.values.length === 1
    ? [...(byLabel.get(`${term.key}=${term.values[0]}`) ?? [])]
    : [...all.values()];
}

function placeKey({ cluster, namespace }: Place): string {
  return `${cluster}/${namespace}`;
}

function addTo<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key);
  if (items) {
    items.push(item);
  } else {
    map.set(key, [item]);
  }
}
