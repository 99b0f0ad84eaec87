/** Items by a key that several may share. Holds no key without items. */
export class LookUpTable<Item> {
  readonly #sets = new Map<string, Set<Item>>();

  /** Number of keys. */
  get size(): number {
    return this.#sets.size;
  }

  /** The items of a key, in no order. */
  get(key: string): Iterable<Item> {
    return this.#sets.get(key) ?? [];
  }

  /** An item without a key is found by none. */
  add(key: string | undefined, item: Item): void {
    if (key === undefined) {
      return;
    }
    const set = this.#sets.get(key);
    if (set) {
      set.add(item);
      return;
    }
    this.#sets.set(key, new Set([item]));
  }

  remove(key: string | undefined, item: Item): void {
    if (key === undefined) {
      return;
    }
    const set = this.#sets.get(key);
    set?.delete(item);
    if (set?.size === 0) {
      this.#sets.delete(key);
    }
  }
}
