/** Letters that the plural of a word may have more, or other ones at its end: `child`, `children`. */
const PLURAL_ENDING = 4;
const PLURAL_GROWTH = 3;
/** Edits by which a value may differ as a slip of the pen. */
const MOST_EDITS = 2;
/** A substitution takes one letter away and brings another. */
const LETTERS_OF_EDIT = 2;

/**
 * Ids of the catalog, to find those that a value may be meant for. Catalogs have many ids, and comparing
 * two texts letter by letter is dear: what is found here is all that may resemble the value, and little
 * else.
 */
export class SimilarIds {
  readonly #ids: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #byLetters = new Map<string, string[]>();
  /** By what is left of an id without the word at one of its ends. */
  readonly #byStem = new Map<string, string[]>();
  /** Of each id, which letters it has an odd number of, a bit each. */
  readonly #oddLetters: Uint32Array;

  constructor(ids: Iterable<string>) {
    this.#known = new Set(ids);
    this.#ids = [...this.#known].sort();
    this.#oddLetters = Uint32Array.from(this.#ids, oddLettersOf);
    for (const id of this.#ids) {
      add(this.#byLetters, lettersOf(id), id);
      stemsOf(id).forEach(stem => add(this.#byStem, stem, id));
    }
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  /** At least the ids that differ from a value by case and separators. */
  spelledLike(value: string): readonly string[] {
    return this.#byLetters.get(lettersOf(value)) ?? [];
  }

  /** At least the ids that resemble a value in any way. */
  like(value: string): ReadonlySet<string> {
    return new Set([
      ...this.spelledLike(value),
      ...stemsOf(value).filter(stem => this.has(stem)),
      ...(this.#byStem.get(value) ?? []),
      ...this.#pluralsOf(value),
      ...this.#typosOf(value),
    ]);
  }

  *#pluralsOf(value: string): Iterable<string> {
    const shared = value.length - PLURAL_ENDING - PLURAL_GROWTH;
    const prefix = value.slice(0, Math.max(1, shared));
    for (
      let place = firstFrom(this.#ids, prefix);
      this.#ids[place]?.startsWith(prefix);
      place++
    ) {
      const id = this.#ids[place];
      const shorter = Math.min(id.length, value.length);
      const same = shorter - PLURAL_ENDING;
      if (
        Math.abs(id.length - value.length) <= PLURAL_GROWTH &&
        (same <= 0 || id.startsWith(value.slice(0, same)))
      ) {
        yield id;
      }
    }
  }

  *#typosOf(value: string): Iterable<string> {
    const odd = oddLettersOf(value);
    for (let place = 0; place < this.#oddLetters.length; place++) {
      const others = bitsOf(this.#oddLetters[place] ^ odd);
      const id = this.#ids[place];
      if (
        others <= MOST_EDITS * LETTERS_OF_EDIT &&
        Math.abs(id.length - value.length) <= MOST_EDITS
      ) {
        yield id;
      }
    }
  }
}

function add(table: Map<string, string[]>, key: string, id: string): void {
  const ids = table.get(key);
  if (ids) {
    ids.push(id);
    return;
  }
  table.set(key, [id]);
}

function lettersOf(text: string): string {
  return text.toLocaleLowerCase('en-US').replace(/[-_.]/g, '');
}

function stemsOf(text: string): string[] {
  const first = text.indexOf('-');
  return first < 0
    ? []
    : [text.slice(first + 1), text.slice(0, text.lastIndexOf('-'))];
}

function oddLettersOf(text: string): number {
  let odd = 0;
  for (let place = 0; place < text.length; place++) {
    // Shifts take the code modulo 32: some letters share a bit, and then a little more is found.
    odd ^= 1 << text.charCodeAt(place);
  }
  return odd >>> 0;
}

/** Number of bits that are set. */
function bitsOf(word: number): number {
  let rest = word;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

/** Place of the first text that is not before another one. */
function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
