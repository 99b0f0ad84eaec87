import { Facts } from '@portal-operations/plugin-label-contract-common';
import { maySignTrouble } from './troubleSignOf';

/** A change of what is known; only that of an object matters here. */
export interface ObjectChange {
  readonly kind: string;
  readonly before?: Facts;
  readonly after?: Facts;
}

/** What is known of all clusters. */
export interface ObservedFacts {
  all(): Iterable<Facts>;
  /** Calls a function with each change. Returns how to end that. */
  subscribe(listener: (change: ObjectChange) => void): () => void;
}

/**
 * The objects that are in trouble or may be so when some time has gone by: few among many, kept change by
 * change, so that nobody looks through all of them again and again.
 */
export class TroubledObjects implements Iterable<Facts> {
  /** By cluster and uid. */
  readonly #objects = new Map<string, Facts>();
  readonly #unsubscribe: () => void;

  constructor(observed: ObservedFacts) {
    for (const facts of observed.all()) {
      this.#note(facts);
    }
    this.#unsubscribe = observed.subscribe(({ before, after }) => {
      if (before) {
        this.#objects.delete(keyOf(before));
      }
      if (after) {
        this.#note(after);
      }
    });
  }

  [Symbol.iterator](): Iterator<Facts> {
    return this.#objects.values();
  }

  /** Listens to no change any more. */
  stop(): void {
    this.#unsubscribe();
  }

  #note(facts: Facts): void {
    if (maySignTrouble(facts)) {
      this.#objects.set(keyOf(facts), facts);
    }
  }
}

/** An object, whatever its kind. */
export function keyOf({ cluster, uid }: Facts): string {
  return `${cluster}/${uid}`;
}
