import { WatchedKind } from '@portal-operations/plugin-label-contract-common';
import { IndexChange } from '../index/WorkloadIndex';

/**
 * Counts objects by kind as they come and go, so that nobody has to walk through all of them. It has to hear every
 * change from the beginning.
 */
export class KindCounts implements Iterable<readonly [WatchedKind, number]> {
  readonly #counts = new Map<WatchedKind, number>();

  readonly note = (change: IndexChange): void => {
    if (change.kind !== 'object') {
      return;
    }
    const { before, after } = change;
    if (before && !after) {
      this.#add(before.kind, -1);
    }
    if (after && !before) {
      this.#add(after.kind, 1);
    }
  };

  [Symbol.iterator](): Iterator<readonly [WatchedKind, number]> {
    return this.#counts.entries();
  }

  #add(kind: WatchedKind, difference: number): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + difference);
  }
}
