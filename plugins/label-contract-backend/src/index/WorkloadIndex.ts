import {
  ClusterFacts,
  CompanionFacts,
  ControlledFacts,
  EndpointSliceFacts,
  Facts,
  FactsView,
  isControlled,
  isWorkloadKind,
  KUBERNETES_ID,
  labelsThatCount,
  matchesSelector,
  NamespaceFacts,
  NodeFacts,
  Place,
  Selector,
  ServiceFacts,
  TroubleFacts,
  WatchedKind,
  WatchState,
  WorkloadFacts,
} from '@portal-operations/plugin-label-contract-common';
import { ClusterObjects } from './ClusterObjects';
import { LookUpTable } from './LookUpTable';

/** One kind on one cluster. */
interface Watch {
  readonly cluster: string;
  readonly kind: WatchedKind;
}

/** One object, whatever its kind. */
interface ObjectKey {
  readonly cluster: string;
  readonly uid: string;
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

/**
 * Everything that the portal remembers of all clusters, in memory, and the look-ups that a report needs.
 *
 * A label is kept with the object that carries it, and not with the workload that this object belongs
 * to: objects come in any order, and their workload is found when somebody asks. So a change touches
 * only the object itself, and a look-up costs as much as there are objects with that label.
 */
export class WorkloadIndex implements FactsView {
  readonly #clusters = new Map<string, ClusterObjects>();
  readonly #states = new Map<string, ClusterFacts['watches']>();
  /** By key and value, such as `backstage.io/kubernetes-id=weather-app`. */
  readonly #carriers = new LookUpTable<Facts>();
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
    const known = objects.get(facts.uid);
    if (known) {
      this.#forget(objects, known);
    }
    this.#learn(objects, facts);
  }

  /** Forgets an object; one that is not known is no error. */
  remove(watch: Watch, uid: string): void {
    const objects = this.#clusters.get(watch.cluster);
    const known = objects?.get(uid);
    if (objects && known?.kind === watch.kind) {
      this.#forgetForGood(objects, known);
    }
    this.#dropIfEmpty(watch.cluster);
  }

  /** Takes a full list: in one step, so that no report sees half of it. */
  replaceAll(watch: Watch, facts: readonly Facts[]): void {
    const present = new Set(facts.map(({ uid }) => uid));
    const objects = this.#objectsOf(watch.cluster);
    for (const known of [...objects.ofKind(watch.kind)]) {
      if (!present.has(known.uid)) {
        this.#forgetForGood(objects, known);
      }
    }
    facts.forEach(each => this.put(each));
    this.#dropIfEmpty(watch.cluster);
  }

  /** Notes how a watch fares; with the first state a cluster becomes known. */
  setWatchState(watch: Watch, state: WatchState): void {
    this.#states.set(watch.cluster, {
      ...this.#states.get(watch.cluster),
      [watch.kind]: state,
    });
  }

  /** Notes what was read of an object in trouble; it is forgotten with the object. */
  setTrouble({ cluster, uid }: ObjectKey, trouble: TroubleFacts): void {
    this.#clusters.get(cluster)?.setTrouble(uid, trouble);
  }

  /** Every object, of every kind and cluster. */
  *all(): Iterable<Facts> {
    for (const objects of this.#clusters.values()) {
      yield* objects.all();
    }
  }

  *workloadsMatching(selector: Selector): Iterable<WorkloadFacts> {
    const found = new Set<WorkloadFacts>();
    for (const carrier of this.#candidatesFor(selector)) {
      if (
        labelsThatCount(carrier).some(labels =>
          matchesSelector(labels, selector),
        )
      ) {
        const workload = this.#clusters
          .get(carrier.cluster)
          ?.workloadOf(carrier);
        if (workload && !found.has(workload)) {
          found.add(workload);
          yield workload;
        }
      }
    }
  }

  workloadsIn({ cluster, namespace }: Place): Iterable<WorkloadFacts> {
    return this.#clusters.get(cluster)?.workloadsIn(namespace) ?? [];
  }

  controlledBy({ cluster, uid }: ObjectKey): Iterable<ControlledFacts> {
    return this.#clusters.get(cluster)?.controlledBy(uid) ?? [];
  }

  companionsIn({ cluster, namespace }: Place): Iterable<CompanionFacts> {
    return this.#clusters.get(cluster)?.companionsIn(namespace) ?? [];
  }

  servicesOn(cluster: string): Iterable<ServiceFacts> {
    return this.#clusters.get(cluster)?.services() ?? [];
  }

  endpointSlicesIn({
    cluster,
    namespace,
  }: Place): Iterable<EndpointSliceFacts> {
    return this.#clusters.get(cluster)?.endpointSlicesIn(namespace) ?? [];
  }

  namespace({ cluster, namespace }: Place): NamespaceFacts | undefined {
    return this.#clusters.get(cluster)?.namespace(namespace);
  }

  node(place: {
    readonly cluster: string;
    readonly name: string;
  }): NodeFacts | undefined {
    return this.#clusters.get(place.cluster)?.node(place.name);
  }

  troubleOf({ cluster, uid }: ObjectKey): TroubleFacts | undefined {
    return this.#clusters.get(cluster)?.troubleOf(uid);
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
      objects: sum(clusters.map(({ size }) => size)),
      lookUps:
        this.#carriers.size + sum(clusters.map(({ lookUps }) => lookUps + 1)),
    };
  }

  #learn(objects: ClusterObjects, facts: Facts): void {
    for (const entry of this.#entriesOf(facts)) {
      this.#carriers.add(entry, facts);
    }
    objects.learn(facts);
  }

  #forget(objects: ClusterObjects, facts: Facts): void {
    for (const entry of this.#entriesOf(facts)) {
      this.#carriers.remove(entry, facts);
    }
    objects.forget(facts);
  }

  #forgetForGood(objects: ClusterObjects, facts: Facts): void {
    this.#forget(objects, facts);
    objects.clearTrouble(facts.uid);
  }

  /** Keys of the look-up table that lead to an object. */
  *#entriesOf(facts: Facts): Iterable<string> {
    if (!isOfWorkload(facts)) {
      return;
    }
    for (const key of this.#labelKeys) {
      for (const labels of labelsThatCount(facts)) {
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
          yield* this.#carriers.get(entryOf(requirement.key, value));
        }
        return;
      }
    }
    for (const facts of this.all()) {
      if (isOfWorkload(facts)) {
        yield facts;
      }
    }
  }

  #objectsOf(cluster: string): ClusterObjects {
    const known = this.#clusters.get(cluster);
    if (known) {
      return known;
    }
    const created = new ClusterObjects();
    this.#clusters.set(cluster, created);
    return created;
  }

  #dropIfEmpty(cluster: string): void {
    if (this.#clusters.get(cluster)?.size === 0) {
      this.#clusters.delete(cluster);
    }
  }
}

/** Whether the labels of an object make a workload known: its own, or that of which it is a part. */
function isOfWorkload(facts: Facts): boolean {
  return isWorkloadKind(facts) || isControlled(facts);
}

function entryOf(key: string, value: string): string {
  return `${key}=${value}`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
