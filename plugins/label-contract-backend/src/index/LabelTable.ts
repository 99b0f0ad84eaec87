import {
  Facts,
  Labels,
  matchesSelector,
  Requirement,
  Selector,
} from '@portal-operations/plugin-label-contract-common';
import { LookUpTable } from './LookUpTable';

/**
 * Who carries which labels. Objects of one template share their labels, so these are looked up, and from
 * them what carries them.
 */
export class LabelTable {
  readonly #carriers = new LookUpTable<Labels, Facts>();
  /** Labels by key and value, for the keys that are asked for. */
  #byKey: ReadonlyMap<string, LookUpTable<string, Labels>>;

  constructor(keys: readonly string[]) {
    this.#byKey = tablesOf(keys);
  }

  /** Number of entries in all tables. */
  get size(): number {
    return [...this.#byKey.values()].reduce(
      (total, table) => total + table.size,
      this.#carriers.size,
    );
  }

  /** Keys that are looked up; any other costs a walk through everything. */
  get keys(): readonly string[] {
    return [...this.#byKey.keys()];
  }

  set keys(keys: readonly string[]) {
    const known = this.#byKey;
    const added = tablesOf(keys.filter(key => !known.has(key)));
    for (const labels of added.size > 0 ? this.#carriers.keys() : []) {
      addTo(added, labels);
    }
    this.#byKey = new Map(
      keys.flatMap(key => {
        const table = known.get(key) ?? added.get(key);
        return table ? [[key, table]] : [];
      }),
    );
  }

  add(labels: Labels, carrier: Facts): void {
    if (!this.#carriers.has(labels)) {
      addTo(this.#byKey, labels);
    }
    this.#carriers.add(labels, carrier);
  }

  remove(labels: Labels, carrier: Facts): void {
    this.#carriers.remove(labels, carrier);
    if (!this.#carriers.has(labels)) {
      for (const [key, table] of this.#byKey) {
        if (Object.hasOwn(labels, key)) {
          table.remove(labels[key], labels);
        }
      }
    }
  }

  /** What carries labels that satisfy a selector; something with several such labels comes as often. */
  *carriersOf(selector: Selector): Iterable<Facts> {
    for (const labels of this.#labelsFor(selector)) {
      if (matchesSelector(labels, selector)) {
        yield* this.#carriers.get(labels);
      }
    }
  }

  /** At least the labels that satisfy a selector, by a look-up if a key of it has one. */
  #labelsFor(selector: Selector): Iterable<Labels> {
    for (const requirement of selector) {
      const found = this.#labelsWith(requirement);
      if (found) {
        return found;
      }
    }
    return this.#carriers.keys();
  }

  /** Undefined where the key is not looked up, or where the answer is nearly everything. */
  #labelsWith(requirement: Requirement): Iterable<Labels> | undefined {
    const table = this.#byKey.get(requirement.key);
    const values =
      requirement.operator === 'in'
        ? new Set(requirement.values)
        : table?.keys();
    return table && values && isNeeded(requirement)
      ? [...values].flatMap(value => [...table.get(value)])
      : undefined;
  }
}

/** Whether labels without the key of a requirement never satisfy it. */
function isNeeded({ operator }: Requirement): boolean {
  return operator !== 'absent' && operator !== 'notin';
}

function tablesOf(
  keys: readonly string[],
): ReadonlyMap<string, LookUpTable<string, Labels>> {
  return new Map(keys.map(key => [key, new LookUpTable()]));
}

function addTo(
  tables: ReadonlyMap<string, LookUpTable<string, Labels>>,
  labels: Labels,
): void {
  for (const [key, table] of tables) {
    if (Object.hasOwn(labels, key)) {
      table.add(labels[key], labels);
    }
  }
}
