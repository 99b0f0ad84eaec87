import {
  ApplicationFacts,
  applicationsReaching,
  ClusterFacts,
  CompanionFacts,
  ControlledFacts,
  EndpointSliceFacts,
  Facts,
  FactsView,
  isControlled,
  isWorkloadKind,
  KUBERNETES_ID,
  Labels,
  labelsThatCount,
  NamespaceFacts,
  NodeFacts,
  Place,
  Selector,
  ServiceFacts,
  TabAccess,
  TroubleFacts,
  WatchedKind,
  WatchProblem,
  WatchState,
  WorkloadFacts,
} from '@portal-operations/plugin-label-contract-common';
import { isDeepStrictEqual } from 'node:util';
import { ClusterObjects } from './ClusterObjects';
import { FactsPool } from './FactsPool';
import { LabelTable } from './LabelTable';
import { LookUpTable } from './LookUpTable';

/** One kind on one cluster. */
interface Watch {
  readonly cluster: string;
  readonly kind: WatchedKind;
  /** Of a list: only what lives in this namespace, or the Namespace of that name; all where absent. */
  readonly namespace?: string;
}

/** One object, whatever its kind. */
interface ObjectKey {
  readonly cluster: string;
  readonly uid: string;
}

/**
 * Something that the index learned. `before` and `after` are the same object, one of them undefined
 * where it came or went.
 */
export type IndexChange =
  | {
      readonly kind: 'object';
      readonly before: Facts | undefined;
      readonly after: Facts | undefined;
    }
  /** A full list was taken in: from here on, what is not known is not there. */
  | { readonly kind: 'listed'; readonly watch: Watch }
  | {
      readonly kind: 'state';
      readonly watch: Watch;
      readonly state: WatchState;
    }
  /** Something was read of an object in trouble. */
  | { readonly kind: 'trouble'; readonly cluster: string; readonly uid: string }
  | { readonly kind: 'cluster-removed'; readonly cluster: string };

/** How much the index holds. */
export interface WorkloadIndexSize {
  readonly objects: number;
  /** Entries of all look-up tables; 0 where there are no objects. */
  readonly lookUps: number;
}

/** The contract label, and those by which every search for what a claim should find begins. */
const ALWAYS_LOOKED_UP = [
  KUBERNETES_ID,
  'app.kubernetes.io/name',
  'app.kubernetes.io/part-of',
];

/** Each key costs memory for every object that has it: more than so many are not looked up. */
const MOST_LABEL_KEYS = 32;

/**
 * Everything that the portal remembers of all clusters, in memory, and the look-ups that a report needs.
 *
 * A label is kept with the object that carries it, and not with the workload that this object belongs
 * to: objects come in any order, and their workload is found when somebody asks. So a change touches
 * only the object itself, and a look-up costs as much as there are objects with that label.
 *
 * What objects have in common is kept once; what is given to the index may be forgotten.
 */
export class WorkloadIndex implements FactsView {
  readonly #clusters = new Map<string, ClusterObjects>();
  readonly #states = new Map<string, ClusterFacts>();
  readonly #listeners = new Set<(change: IndexChange) => void>();
  #generation = 0;
  readonly #pool = new FactsPool();
  readonly #labels = new LabelTable(ALWAYS_LOOKED_UP);
  /** By name, of all clusters together. */
  readonly #applications = new LookUpTable<string, ApplicationFacts>();

  /**
   * Grows with each change that a report may show; the freshness of a watch is none. Two reports of the
   * same generation and moment are equal.
   */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Calls a function with each change, right after it was made, in the order of changes. It must not
   * throw, and not change the index. Returns how to end that.
   */
  subscribe(listener: (change: IndexChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Names the labels that claims ask for, so that they are looked up. Any other can be asked for too, at
   * the price of a walk through everything. To be called when claims change: new keys cost such a walk.
   */
  setLabelKeys(keys: Iterable<string>): void {
    this.#labels.keys = [...new Set([...ALWAYS_LOOKED_UP, ...keys])].slice(
      0,
      MOST_LABEL_KEYS,
    );
  }

  /** Adds an object, or takes the place of what was known of it; where nothing differs, nothing happens. */
  put(facts: Facts): void {
    const objects = this.#objectsOf(facts.cluster);
    const known = objects.get(facts.uid);
    const kept = this.#pool.compact(facts);
    // Most updates of a cluster change what nobody looks at, such as a time of the last probe.
    if (known && isDeepStrictEqual(known, kept)) {
      return;
    }
    if (known) {
      this.#forget(objects, known);
    }
    this.#learn(objects, kept);
    this.#tell({ kind: 'object', before: known, after: kept });
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

  /** Takes a full list, of all or of one namespace: in one step, so that no report sees half of it. */
  replaceAll(watch: Watch, facts: readonly Facts[]): void {
    const present = new Set(facts.map(({ uid }) => uid));
    const objects = this.#objectsOf(watch.cluster);
    for (const known of [...objects.ofKind(watch.kind)]) {
      if (!present.has(known.uid) && isInList(known, watch)) {
        this.#forgetForGood(objects, known);
      }
    }
    facts.forEach(each => this.put(each));
    this.#dropIfEmpty(watch.cluster);
    this.#tell({ kind: 'listed', watch });
  }

  /** Notes what a cluster is, apart from what it holds; with that it becomes known. */
  setCluster(cluster: Omit<ClusterFacts, 'watches' | 'skipped' | 'tab'>): void {
    const known = this.#states.get(cluster.name);
    const { watches = {}, skipped, tab } = known ?? {};
    const kept = { ...cluster, watches, skipped, ...(tab && { tab }) };
    if (!isDeepStrictEqual(known, kept)) {
      this.#states.set(cluster.name, kept);
      this.#generation += 1;
    }
  }

  /** Notes what the tab's own account may not read; undefined where nobody knows. An unknown cluster is no error. */
  setTabAccess(cluster: string, access: TabAccess | undefined): void {
    const known = this.#states.get(cluster);
    if (!known) {
      return;
    }
    const { tab, ...rest } = known;
    this.#states.set(cluster, { ...rest, ...(access && { tab: access }) });
    // Only what it may not read is news: it is asked every few minutes.
    if (!isDeepStrictEqual(tab?.mayNotRead, access?.mayNotRead)) {
      this.#generation += 1;
    }
  }

  /** Forgets a cluster with all that it holds; one that is not known is no error. */
  removeCluster(name: string): void {
    const objects = this.#clusters.get(name);
    for (const known of objects ? [...objects.all()] : []) {
      this.remove({ cluster: name, kind: known.kind }, known.uid);
    }
    if (this.#states.delete(name)) {
      this.#tell({ kind: 'cluster-removed', cluster: name });
    }
  }

  /** Notes how a watch fares; with the first state a cluster becomes known. */
  setWatchState(watch: Watch, state: WatchState): void {
    const known = this.#stateOf(watch.cluster);
    const before = known.watches[watch.kind];
    this.#states.set(watch.cluster, {
      ...known,
      watches: { ...known.watches, [watch.kind]: state },
    });
    // A sign of life comes every few seconds; only another state is news, or another reason for it.
    if (
      before?.kind !== state.kind ||
      !isDeepStrictEqual(problemOf(before), problemOf(state))
    ) {
      this.#tell({ kind: 'state', watch, state });
    }
  }

  /** Counts an object that was left out, because it was not understood. */
  noteSkipped({ cluster }: Watch): void {
    const known = this.#stateOf(cluster);
    this.#states.set(cluster, {
      ...known,
      skipped: (known.skipped ?? 0) + 1,
    });
  }

  /** Notes what was read of an object in trouble; it is forgotten with the object. */
  setTrouble({ cluster, uid }: ObjectKey, trouble: TroubleFacts): void {
    if (this.#clusters.get(cluster)?.setTrouble(uid, trouble)) {
      this.#tell({ kind: 'trouble', cluster, uid });
    }
  }

  /** One object, whatever its kind. */
  get({ cluster, uid }: ObjectKey): Facts | undefined {
    return this.#clusters.get(cluster)?.get(uid);
  }

  /** Every object of one kind on one cluster. */
  ofKind({ cluster, kind }: Watch): Iterable<Facts> {
    return this.#clusters.get(cluster)?.ofKind(kind) ?? [];
  }

  /** Every object, of every kind and cluster. */
  *all(): Iterable<Facts> {
    for (const objects of this.#clusters.values()) {
      yield* objects.all();
    }
  }

  *workloadsMatching(selector: Selector): Iterable<WorkloadFacts> {
    const found = new Set<WorkloadFacts>();
    for (const carrier of this.#labels.carriersOf(selector)) {
      const workload = this.#clusters.get(carrier.cluster)?.workloadOf(carrier);
      if (workload && !found.has(workload)) {
        found.add(workload);
        yield workload;
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

  applicationsReaching(target: {
    readonly cluster: string;
    readonly name: string;
  }): Iterable<ApplicationFacts> {
    return applicationsReaching({
      applications: [...this.#applications.get(target.name)],
      cluster: target.cluster,
      clusters: this.#states.values(),
    });
  }

  troubleOf({ cluster, uid }: ObjectKey): TroubleFacts | undefined {
    return this.#clusters.get(cluster)?.troubleOf(uid);
  }

  clusters(): Iterable<ClusterFacts> {
    return this.#states.values();
  }

  /** How much is held, counted on call. */
  size(): WorkloadIndexSize {
    const clusters = [...this.#clusters.values()];
    return {
      objects: sum(clusters.map(({ size }) => size)),
      lookUps:
        this.#labels.size +
        this.#applications.size +
        sum(clusters.map(({ lookUps }) => lookUps + 1)),
    };
  }

  #learn(objects: ClusterObjects, facts: Facts): void {
    for (const labels of labelsOfWorkload(facts)) {
      this.#labels.add(labels, facts);
    }
    if (facts.kind === 'Application') {
      this.#applications.add(facts.name, facts);
    }
    objects.learn(facts);
  }

  #forget(objects: ClusterObjects, facts: Facts): void {
    for (const labels of labelsOfWorkload(facts)) {
      this.#labels.remove(labels, facts);
    }
    if (facts.kind === 'Application') {
      this.#applications.remove(facts.name, facts);
    }
    objects.forget(facts);
  }

  #forgetForGood(objects: ClusterObjects, facts: Facts): void {
    this.#forget(objects, facts);
    objects.clearTrouble(facts.uid);
    this.#tell({ kind: 'object', before: facts, after: undefined });
  }

  #tell(change: IndexChange): void {
    this.#generation += 1;
    this.#listeners.forEach(listener => listener(change));
  }

  #stateOf(cluster: string): ClusterFacts {
    return this.#states.get(cluster) ?? { name: cluster, watches: {} };
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

/** Whether an object is one of those that a list was asked for. */
function isInList(facts: Facts, { namespace }: Watch): boolean {
  return (
    namespace === undefined ||
    namespace === (facts.kind === 'Namespace' ? facts.name : facts.namespace)
  );
}

/** The labels by which an object makes a workload known: itself, or that of which it is a part. */
function labelsOfWorkload(facts: Facts): readonly Labels[] {
  return isWorkloadKind(facts) || isControlled(facts)
    ? labelsThatCount(facts)
    : [];
}

function problemOf(state: WatchState): WatchProblem | undefined {
  return 'problem' in state ? state.problem : undefined;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
