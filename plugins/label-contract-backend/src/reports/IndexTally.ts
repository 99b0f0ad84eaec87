import {
  Facts,
  isControlled,
  isWorkloadKind,
  KUBERNETES_ID,
  labelsThatCount,
} from '@portal-operations/plugin-label-contract-common';
import { WorkloadIndex } from '../index/WorkloadIndex';

/** How much is known of one cluster. */
export interface ClusterCounts {
  readonly workloads: number;
  readonly pods: number;
}

const NOTHING: ClusterCounts = { workloads: 0, pods: 0 };

/**
 * Counts what the index holds, change by change: nobody has to walk through it all, however large it is.
 */
export class IndexTally {
  readonly #clusters = new Map<string, ClusterCounts>();
  /** Objects that carry a value of the contract label. */
  readonly #carriers = new Map<string, number>();
  readonly #unsubscribe: () => void;

  constructor(index: Pick<WorkloadIndex, 'all' | 'subscribe'>) {
    for (const facts of index.all()) {
      this.#count(facts, 1);
    }
    this.#unsubscribe = index.subscribe(change => {
      if (change.kind === 'object') {
        this.#count(change.before, -1);
        this.#count(change.after, 1);
      }
    });
  }

  /** Ends the counting. */
  stop(): void {
    this.#unsubscribe();
  }

  countsOf(cluster: string): ClusterCounts {
    return this.#clusters.get(cluster) ?? NOTHING;
  }

  /** Values of the contract label that any object carries, each once. */
  contractValues(): Iterable<string> {
    return this.#carriers.keys();
  }

  #count(facts: Facts | undefined, by: 1 | -1): void {
    if (!facts || !(isWorkloadKind(facts) || isControlled(facts))) {
      return;
    }
    const { workloads, pods } = this.countsOf(facts.cluster);
    const counts = {
      workloads: workloads + (isTop(facts) ? by : 0),
      pods: pods + (facts.kind === 'Pod' ? by : 0),
    };
    if (counts.workloads === 0 && counts.pods === 0) {
      this.#clusters.delete(facts.cluster);
    } else {
      this.#clusters.set(facts.cluster, counts);
    }
    const values = labelsThatCount(facts).map(labels => labels[KUBERNETES_ID]);
    for (const value of new Set(values)) {
      this.#countValue(value, by);
    }
  }

  #countValue(value: string | undefined, by: 1 | -1): void {
    if (value === undefined) {
      return;
    }
    const count = (this.#carriers.get(value) ?? 0) + by;
    if (count === 0) {
      this.#carriers.delete(value);
    } else {
      this.#carriers.set(value, count);
    }
  }
}

/** Whether an object is a workload by itself: what something else makes is a part of that. */
function isTop(facts: Facts): boolean {
  return (
    isWorkloadKind(facts) &&
    !(isControlled(facts) && facts.controllerUid !== undefined)
  );
}
