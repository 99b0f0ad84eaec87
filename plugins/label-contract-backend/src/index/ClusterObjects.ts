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
  readonly #services = new Set<ServiceFacts>();
  readonly #byController = new LookUpTable<string, ControlledFacts>();
  /** By what controls them: kinds that usually nothing controls. */
  readonly #ownedWorkloads = new LookUpTable<string, WorkloadFacts>();
  /** By namespace, those that nothing known controls. */
  readonly #workloads = new LookUpTable<string, WorkloadFacts>();
  readonly #companions = new LookUpTable<string, CompanionFacts>();
  readonly #endpointSlices = new LookUpTable<string, EndpointSliceFacts>();
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
      this.#services,
      this.#byController,
      this.#ownedWorkloads,
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

  /** A walk through everything: asked for with each list, and these are rare. */
  *ofKind(kind: WatchedKind): Iterable<Facts> {
    for (const facts of this.#byUid.values()) {
      if (facts.kind === kind) {
        yield facts;
      }
    }
  }

  controlledBy(uid: string): Iterable<ControlledFacts> {
    return this.#byController.get(uid);
  }

  companionsIn(namespace: string): Iterable<CompanionFacts> {
    return this.#companions.get(namespace);
  }

  services(): Iterable<ServiceFacts> {
    return this.#services;
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
  workloadsIn(namespace: string): Iterable<WorkloadFacts> {
    return this.#workloads.get(namespace);
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
    if (isControlled(facts)) {
      this.#byController.add(facts.controllerUid, facts);
    } else if (isWorkloadKind(facts)) {
      this.#ownedWorkloads.add(facts.controllerUid, facts);
    }
    if (isWorkloadKind(facts) && !this.#controllerOf(facts)) {
      this.#workloads.add(facts.namespace, facts);
    }
    // What it controls may have come first.
    for (const part of this.#partsOf(facts)) {
      this.#workloads.remove(part.namespace, part);
    }
    if (isCompanion(facts)) {
      this.#companions.add(facts.namespace, facts);
    }
    if (facts.kind === 'Service') {
      this.#services.add(facts);
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
    if (isControlled(facts)) {
      this.#byController.remove(facts.controllerUid, facts);
    } else if (isWorkloadKind(facts)) {
      this.#ownedWorkloads.remove(facts.controllerUid, facts);
    }
    if (isWorkloadKind(facts)) {
      this.#workloads.remove(facts.namespace, facts);
    }
    for (const part of this.#partsOf(facts)) {
      this.#workloads.add(part.namespace, part);
    }
    if (isCompanion(facts)) {
      this.#companions.remove(facts.namespace, facts);
    }
    if (facts.kind === 'Service') {
      this.#services.delete(facts);
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

  /** Notes what was read of an object in trouble; of one that is gone, nothing is kept, and that is said. */
  setTrouble(uid: string, trouble: TroubleFacts): boolean {
    const isKnown = this.#byUid.has(uid);
    if (isKnown) {
      this.#troubles.set(uid, trouble);
    }
    return isKnown;
  }

  clearTrouble(uid: string): void {
    this.#troubles.delete(uid);
  }

  /** What an object controls, and what would be a workload without it. */
  *#partsOf({ uid }: Facts): Iterable<WorkloadFacts> {
    for (const part of this.#byController.get(uid)) {
      if (isWorkloadKind(part)) {
        yield part;
      }
    }
    yield* this.#ownedWorkloads.get(uid);
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
