/** So many items of a key are kept in a plain list: of most keys there are few, and a set has its price. */
const MOST_IN_LIST = 8;

/** Two items or more. */
class Several<Item> {
  #items: readonly Item[] | Set<Item>;

  constructor(...items: readonly [Item, Item]) {
    this.#items = items;
  }

  get items(): Iterable<Item> {
    return this.#items;
  }

  add(item: Item): void {
    if (this.#items instanceof Set) {
      this.#items.add(item);
    } else if (!this.#items.includes(item)) {
      // A new list allots as many places as there are items; one that grows has a dozen to spare.
      const more = [...this.#items, item];
      this.#items = more.length > MOST_IN_LIST ? new Set(more) : more;
    }
  }

  /** The last item, as soon as no other is left. */
  remove(item: Item): Item | undefined {
    if (this.#items instanceof Set) {
      this.#items.delete(item);
    } else {
      this.#items = this.#items.filter(each => each !== item);
    }
    const [last, another] = this.#items;
    return another === undefined ? last : undefined;
  }
}

/** Items by a key that several may share. Holds no key without items. */
export class LookUpTable<Key, Item extends object> {
  /** The item itself where there is one only. */
  readonly #items = new Map<Key, Item | Several<Item>>();

  /** Number of keys. */
  get size(): number {
    return this.#items.size;
  }

  /** All keys, in no order. */
  keys(): Iterable<Key> {
    return this.#items.keys();
  }

  has(key: Key): boolean {
    return this.#items.has(key);
  }

  /** The items of a key, in no order. */
  get(key: Key): Iterable<Item> {
    const found = this.#items.get(key);
    if (found instanceof Several) {
      return found.items;
    }
    return found ? [found] : [];
  }

  /** An item without a key is found by none. */
  add(key: Key | undefined, item: Item): void {
    if (key === undefined) {
      return;
    }
    const found = this.#items.get(key);
    if (found instanceof Several) {
      found.add(item);
    } else if (!found) {
      this.#items.set(key, item);
    } else if (found !== item) {
      this.#items.set(key, new Several(found, item));
    }
  }

  remove(key: Key | undefined, item: Item): void {
    if (key === undefined) {
      return;
    }
    const found = this.#items.get(key);
    if (found instanceof Several) {
      const last = found.remove(item);
      if (last) {
        this.#items.set(key, last);
      }
    } else if (found === item) {
      this.#items.delete(key);
    }
  }
}
