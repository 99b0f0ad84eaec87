import {
  CompanionFacts,
  ControlledFacts,
  EndpointSliceFacts,
  Facts,
  isCompanion,
  isControlled,
  isWorkloadKind,
  NamespaceFacts,
  NodeFacts,
  ServiceFacts,
  TroubleFacts,
  WatchedKind,
  WorkloadFacts,
} from '@portal-operations/plugin-label-contract-common';
import { LookUpTable } from './LookUpTable';

/** The objects of one cluster, and the ways to find them. */
export class ClusterObjects {
  readonly #byUid = new Map<string, Facts>();
  readonly #byKind = new LookUpTable<Facts>();
  readonly #byController = new LookUpTable<ControlledFacts>();
  /** By namespace, and with those that another one controls: that one may come later, or go. */
  readonly #workloads = new LookUpTable<WorkloadFacts>();
  readonly #companions = new LookUpTable<CompanionFacts>();
  readonly #endpointSlices = new LookUpTable<EndpointSliceFacts>();
  readonly #namespaces = new Map<string, NamespaceFacts>();
  readonly #nodes = new Map<string, NodeFacts>();
  readonly #troubles = new Map<string, TroubleFacts>();

  /** Number of objects. */
  get size(): number {
    return this.#byUid.size;
  }

  /** Number of entries in all tables but that of the objects. */
  get lookUps(): number {
    return [
      this.#byKind,
      this.#byController,
      this.#workloads,
      this.#companions,
      this.#endpointSlices,
      this.#namespaces,
      this.#nodes,
      this.#troubles,
    ].reduce((total, { size }) => total + size, 0);
  }

  get(uid: string): Facts | undefined {
    return this.#byUid.get(uid);
  }

  all(): Iterable<Facts> {
    return this.#byUid.values();
  }

  ofKind(kind: WatchedKind): Iterable<Facts> {
    return this.#byKind.get(kind);
  }

  controlledBy(uid: string): Iterable<ControlledFacts> {
    return this.#byController.get(uid);
  }

  companionsIn(namespace: string): Iterable<CompanionFacts> {
    return this.#companions.get(namespace);
  }

  *services(): Iterable<ServiceFacts> {
    for (const facts of this.#byKind.get('Service')) {
      if (facts.kind === 'Service') {
        yield facts;
      }
    }
  }

  endpointSlicesIn(namespace: string): Iterable<EndpointSliceFacts> {
    return this.#endpointSlices.get(namespace);
  }

  namespace(name: string): NamespaceFacts | undefined {
    return this.#namespaces.get(name);
  }

  node(name: string): NodeFacts | undefined {
    return this.#nodes.get(name);
  }

  troubleOf(uid: string): TroubleFacts | undefined {
    return this.#troubles.get(uid);
  }

  /** Workloads of a namespace: what is at the top of its chain of controllers. */
  *workloadsIn(namespace: string): Iterable<WorkloadFacts> {
    for (const candidate of this.#workloads.get(namespace)) {
      if (!this.#controllerOf(candidate)) {
        yield candidate;
      }
    }
  }

  /** The workload that an object is, or belongs to by the chain of its controllers. */
  workloadOf(facts: Facts): WorkloadFacts | undefined {
    const passed = new Set<Facts>();
    let object = facts;
    // Owner references are written by anybody: they may lead in a circle.
    while (!passed.has(object)) {
      passed.add(object);
      const controller = this.#controllerOf(object);
      if (!controller) {
        return isWorkloadKind(object) ? object : undefined;
      }
      if (!isControlled(object)) {
        return undefined;
      }
      object = controller;
    }
    return undefined;
  }

  /** Adds an object that is not known yet. */
  learn(facts: Facts): void {
    this.#byUid.set(facts.uid, facts);
    this.#byKind.add(facts.kind, facts);
    if (isControlled(facts)) {
      this.#byController.add(facts.controllerUid, facts);
    }
    if (isWorkloadKind(facts)) {
      this.#workloads.add(facts.namespace, facts);
    }
    if (isCompanion(facts)) {
      this.#companions.add(facts.namespace, facts);
    }
    if (facts.kind === 'EndpointSlice') {
      this.#endpointSlices.add(facts.namespace, facts);
    }
    if (facts.kind === 'Namespace') {
      this.#namespaces.set(facts.name, facts);
    }
    if (facts.kind === 'Node') {
      this.#nodes.set(facts.name, facts);
    }
  }

  /** Takes back what {@link ClusterObjects.learn} did. */
  forget(facts: Facts): void {
    this.#byUid.delete(facts.uid);
    this.#byKind.remove(facts.kind, facts);
    if (isControlled(facts)) {
      this.#byController.remove(facts.controllerUid, facts);
    }
    if (isWorkloadKind(facts)) {
      this.#workloads.remove(facts.namespace, facts);
    }
    if (isCompanion(facts)) {
      this.#companions.remove(facts.namespace, facts);
    }
    if (facts.kind === 'EndpointSlice') {
      this.#endpointSlices.remove(facts.namespace, facts);
    }
    if (facts.kind === 'Namespace') {
      removeName(this.#namespaces, facts);
    }
    if (facts.kind === 'Node') {
      removeName(this.#nodes, facts);
    }
  }

  /** Notes what was read of an object in trouble; of one that is gone, nothing is kept. */
  setTrouble(uid: string, trouble: TroubleFacts): void {
    if (this.#byUid.has(uid)) {
      this.#troubles.set(uid, trouble);
    }
  }

  clearTrouble(uid: string): void {
    this.#troubles.delete(uid);
  }

  #controllerOf({ controllerUid }: Facts): Facts | undefined {
    return controllerUid === undefined
      ? undefined
      : this.#byUid.get(controllerUid);
  }
}

/** A name may be taken again before the end of its first bearer is heard of. */
function removeName<Item extends Facts>(
  names: Map<string, Item>,
  facts: Item,
): void {
  if (names.get(facts.name) === facts) {
    names.delete(facts.name);
  }
}
