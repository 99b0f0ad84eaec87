import {
  ClusterFacts,
  DeploymentFacts,
  Facts,
  FactsView,
  KUBERNETES_ID,
  Labels,
  matchesSelector,
  PodFacts,
  ReplicaSetFacts,
  Selector,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';

/** The objects of one cluster, and who controls whom. */
interface ClusterObjects {
  readonly byUid: {
    readonly Deployment: Map<string, DeploymentFacts>;
    readonly ReplicaSet: Map<string, ReplicaSetFacts>;
    readonly Pod: Map<string, PodFacts>;
  };
  readonly replicaSetsByController: Map<string, Set<ReplicaSetFacts>>;
  readonly podsByController: Map<string, Set<PodFacts>>;
  readonly deploymentsByNamespace: Map<string, Set<DeploymentFacts>>;
}

/** One kind on one cluster. */
interface Watch {
  readonly cluster: string;
  readonly kind: WatchedKind;
}

/** How much the index holds. */
export interface WorkloadIndexSize {
  readonly objects: number;
  /** Entries of all look-up tables; 0 where there are no objects. */
  readonly lookUps: number;
}

/** The contract label, and those that selectors usually name. */
const defaultOptions = {
  labelKeys: [
    KUBERNETES_ID,
    'app',
    'app.kubernetes.io/name',
    'app.kubernetes.io/instance',
    'app.kubernetes.io/part-of',
  ],
};

const everythingSyncing: Record<WatchedKind, WatchState> = {
  Deployment: { kind: 'syncing' },
  ReplicaSet: { kind: 'syncing' },
  Pod: { kind: 'syncing' },
};

/**
 * Everything that the portal remembers of all clusters, in memory, and the look-ups that a report needs.
 *
 * A label is kept with the object that carries it, and not with the Deployment that this object belongs
 * to: objects come in any order, and their Deployment is found when somebody asks. So a change touches
 * only the object itself, and a look-up costs as much as there are objects with that label.
 */
export class WorkloadIndex implements FactsView {
  readonly #clusters = new Map<string, ClusterObjects>();
  readonly #states = new Map<string, Record<WatchedKind, WatchState>>();
  /** By key and value, such as `backstage.io/kubernetes-id=weather-app`. */
  readonly #carriers = new Map<string, Set<Facts>>();
  readonly #labelKeys: readonly string[];

  /**
   * @param options - `labelKeys`: labels with a look-up table. Any other can be asked for too, at the
   * price of a walk through everything.
   */
  constructor(options: { labelKeys: readonly string[] } = defaultOptions) {
    this.#labelKeys = options.labelKeys;
  }

  /** Adds an object, or takes the place of what was known of it. */
  put(facts: Facts): void {
    const objects = this.#objectsOf(facts.cluster);
    this.#forget(objects, objects.byUid[facts.kind].get(facts.uid));
    this.#learn(objects, facts);
  }

  /** Forgets an object; one that is not known is no error. */
  remove(watch: Watch, uid: string): void {
    const objects = this.#clusters.get(watch.cluster);
    if (!objects) {
      return;
    }
    this.#forget(objects, objects.byUid[watch.kind].get(uid));
    this.#dropIfEmpty(watch.cluster);
  }

  /** Takes a full list: in one step, so that no report sees half of it. */
  replaceAll(watch: Watch, facts: readonly Facts[]): void {
    const present = new Set(facts.map(({ uid }) => uid));
    const objects = this.#objectsOf(watch.cluster);
    for (const known of [...objects.byUid[watch.kind].values()]) {
      if (!present.has(known.uid)) {
        this.#forget(objects, known);
      }
    }
    facts.forEach(each => this.put(each));
    this.#dropIfEmpty(watch.cluster);
  }

  /** Notes how a watch fares; with the first state a cluster becomes known. */
  setWatchState(watch: Watch, state: WatchState): void {
    this.#states.set(watch.cluster, {
      ...(this.#states.get(watch.cluster) ?? everythingSyncing),
      [watch.kind]: state,
    });
  }

  *workloadsMatching(selector: Selector): Iterable<DeploymentFacts> {
    const found = new Set<DeploymentFacts>();
    for (const carrier of this.#candidatesFor(selector)) {
      if (levelsOf(carrier).some(labels => matchesSelector(labels, selector))) {
        const workload = this.#workloadOf(carrier);
        if (workload && !found.has(workload)) {
          found.add(workload);
          yield workload;
        }
      }
    }
  }

  workloadsIn(place: {
    readonly cluster: string;
    readonly namespace: string;
  }): Iterable<DeploymentFacts> {
    return (
      this.#clusters
        .get(place.cluster)
        ?.deploymentsByNamespace.get(place.namespace) ?? []
    );
  }

  replicaSetsOf(deployment: DeploymentFacts): Iterable<ReplicaSetFacts> {
    return (
      this.#clusters
        .get(deployment.cluster)
        ?.replicaSetsByController.get(deployment.uid) ?? []
    );
  }

  podsOf(replicaSet: ReplicaSetFacts): Iterable<PodFacts> {
    return (
      this.#clusters
        .get(replicaSet.cluster)
        ?.podsByController.get(replicaSet.uid) ?? []
    );
  }

  *clusters(): Iterable<ClusterFacts> {
    for (const [name, watches] of this.#states) {
      yield { name, watches };
    }
  }

  /** How much is held, counted on call. */
  size(): WorkloadIndexSize {
    const clusters = [...this.#clusters.values()];
    return {
      objects: sum(
        clusters.flatMap(({ byUid }) =>
          Object.values(byUid).map(({ size }) => size),
        ),
      ),
      lookUps:
        this.#carriers.size +
        sum(
          clusters.map(
            objects =>
              1 +
              objects.replicaSetsByController.size +
              objects.podsByController.size +
              objects.deploymentsByNamespace.size,
          ),
        ),
    };
  }

  #learn(objects: ClusterObjects, facts: Facts): void {
    for (const entry of this.#entriesOf(facts)) {
      addTo(this.#carriers, entry, facts);
    }
    switch (facts.kind) {
      case 'Deployment':
        objects.byUid.Deployment.set(facts.uid, facts);
        addTo(objects.deploymentsByNamespace, facts.namespace, facts);
        return;
      case 'ReplicaSet':
        objects.byUid.ReplicaSet.set(facts.uid, facts);
        addTo(objects.replicaSetsByController, facts.controllerUid, facts);
        return;
      case 'Pod':
        objects.byUid.Pod.set(facts.uid, facts);
        addTo(objects.podsByController, facts.controllerUid, facts);
        return;
      default:
        unknownKind(facts);
    }
  }

  #forget(objects: ClusterObjects, facts: Facts | undefined): void {
    if (!facts) {
      return;
    }
    for (const entry of this.#entriesOf(facts)) {
      removeFrom(this.#carriers, entry, facts);
    }
    objects.byUid[facts.kind].delete(facts.uid);
    if (facts.kind === 'Deployment') {
      removeFrom(objects.deploymentsByNamespace, facts.namespace, facts);
    }
    if (facts.kind === 'ReplicaSet') {
      removeFrom(objects.replicaSetsByController, facts.controllerUid, facts);
    }
    if (facts.kind === 'Pod') {
      removeFrom(objects.podsByController, facts.controllerUid, facts);
    }
  }

  /** Keys of the look-up table that lead to an object. */
  *#entriesOf(facts: Facts): Iterable<string> {
    for (const key of this.#labelKeys) {
      for (const labels of levelsOf(facts)) {
        if (Object.hasOwn(labels, key)) {
          yield entryOf(key, labels[key]);
        }
      }
    }
  }

  /** At least the objects of which a level satisfies the selector, by a look-up table if there is one. */
  *#candidatesFor(selector: Selector): Iterable<Facts> {
    for (const requirement of selector) {
      if (
        requirement.operator === 'in' &&
        this.#labelKeys.includes(requirement.key)
      ) {
        for (const value of requirement.values) {
          yield* this.#carriers.get(entryOf(requirement.key, value)) ?? [];
        }
        return;
      }
    }
    for (const { byUid } of this.#clusters.values()) {
      for (const objects of Object.values(byUid)) {
        yield* objects.values();
      }
    }
  }

  /** The Deployment that an object is, or belongs to by the chain of its controllers. */
  #workloadOf(facts: Facts): DeploymentFacts | undefined {
    if (facts.kind === 'Deployment') {
      return facts;
    }
    const byUid = this.#clusters.get(facts.cluster)?.byUid;
    const replicaSet =
      facts.kind === 'Pod'
        ? byUid?.ReplicaSet.get(facts.controllerUid ?? '')
        : facts;
    return byUid?.Deployment.get(replicaSet?.controllerUid ?? '');
  }

  #objectsOf(cluster: string): ClusterObjects {
    const known = this.#clusters.get(cluster);
    if (known) {
      return known;
    }
    const created: ClusterObjects = {
      byUid: { Deployment: new Map(), ReplicaSet: new Map(), Pod: new Map() },
      replicaSetsByController: new Map(),
      podsByController: new Map(),
      deploymentsByNamespace: new Map(),
    };
    this.#clusters.set(cluster, created);
    return created;
  }

  #dropIfEmpty(cluster: string): void {
    const byUid = this.#clusters.get(cluster)?.byUid;
    if (byUid && Object.values(byUid).every(({ size }) => size === 0)) {
      this.#clusters.delete(cluster);
    }
  }
}

/**
 * The labels by which an object makes its Deployment known. A ReplicaSet's own labels are copies of its
 * template's.
 */
function levelsOf(facts: Facts): Labels[] {
  switch (facts.kind) {
    case 'Deployment':
      return [facts.labels, facts.templateLabels];
    case 'ReplicaSet':
      return [facts.templateLabels];
    case 'Pod':
      return [facts.labels];
    default:
      return unknownKind(facts);
  }
}

function entryOf(key: string, value: string): string {
  return `${key}=${value}`;
}

function addTo<Item>(
  sets: Map<string, Set<Item>>,
  key: string | undefined,
  item: Item,
): void {
  if (key === undefined) {
    return;
  }
  const set = sets.get(key);
  if (set) {
    set.add(item);
    return;
  }
  sets.set(key, new Set([item]));
}

function removeFrom<Item>(
  sets: Map<string, Set<Item>>,
  key: string | undefined,
  item: Item,
): void {
  if (key === undefined) {
    return;
  }
  const set = sets.get(key);
  set?.delete(item);
  if (set?.size === 0) {
    sets.delete(key);
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function unknownKind(facts: never): never {
  throw new Error(`Unknown kind of facts: ${JSON.stringify(facts)}`);
}
