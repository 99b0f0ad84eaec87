/** Places for texts and for small objects: enough for what lists of one large cluster have in common. */
const TEXT_PLACES = 2 ** 17;
const OBJECT_PLACES = 2 ** 16;

/**
 * Keeps once what many objects have in common: names of namespaces and images, the labels that a
 * ReplicaSet and its pods have from one template, empty lists. Each answer of an API server brings all of
 * that anew, and it would be most of what the index holds.
 *
 * What is met takes the place that its content gives it, and whatever was there is met no more: so the
 * pool never grows, nothing has to be taken out of it, and a part that it forgot is merely kept twice.
 */
export class FactsPool {
  readonly #texts = new Array<unknown>(TEXT_PLACES);
  readonly #objects = new Array<unknown>(OBJECT_PLACES);

  /** Equal facts, made of parts that are shared with facts that came before. They must not be changed. */
  compact<Whole extends object>(whole: Whole): Whole {
    const copy = copyOf(whole);
    // eslint-disable-next-line guard-for-in -- a copy has no fields but its own
    for (const key in copy) {
      copy[key] = this.#shared(copy[key]);
    }
    return copy;
  }

  #shared<Part>(part: Part): Part {
    if (typeof part === 'string') {
      const place = hashOf(part) & (TEXT_PLACES - 1);
      const known = this.#texts[place];
      if (isSame(known, part)) {
        return known;
      }
      this.#texts[place] = part;
      return part;
    }
    return typeof part === 'object' && part !== null
      ? this.#sharedObject(part)
      : part;
  }

  #sharedObject<Part extends object>(part: Part): Part {
    const copy = copyOf(part);
    let hash = 0;
    // eslint-disable-next-line guard-for-in -- a copy has no fields but its own
    for (const key in copy) {
      copy[key] = this.#shared(copy[key]);
      hash = mix(hash, hashOf(copy[key]));
    }
    const place = hash & (OBJECT_PLACES - 1);
    const known = this.#objects[place];
    if (isEqual(known, copy)) {
      return known;
    }
    this.#objects[place] = copy;
    return copy;
  }
}

function copyOf<Part extends object>(part: Part): Part {
  // `slice` allots as many places as there are items; a list that grows has some to spare.
  return Array.isArray(part) ? Object.assign(part.slice(), part) : { ...part };
}

function isSame<Part>(known: unknown, part: Part): known is Part {
  return known === part;
}

/** Whether two objects have the same fields, in the same order, with the very same parts. */
function isEqual<Part extends object>(
  known: unknown,
  part: Part,
): known is Part {
  if (
    typeof known !== 'object' ||
    known === null ||
    Array.isArray(known) !== Array.isArray(part)
  ) {
    return false;
  }
  const fields = Object.entries(part);
  const others = Object.entries(known);
  return (
    fields.length === others.length &&
    fields.every(
      ([key, value], place) =>
        others[place][0] === key && Object.is(others[place][1], value),
    )
  );
}

/** The same for equal parts; of an object only how many fields it has, for its parts are counted in already. */
function hashOf(part: unknown): number {
  if (typeof part === 'string') {
    let hash = part.length;
    for (let place = 0; place < part.length; place++) {
      hash = mix(hash, part.charCodeAt(place));
    }
    return hash;
  }
  if (typeof part === 'object' && part !== null) {
    return Object.values(part).reduce<number>(
      (hash, each) => mix(hash, hashOf(each)),
      1,
    );
  }
  return Number(part) | 0;
}

function mix(hash: number, next: number): number {
  return (Math.imul(hash, 31) + next) | 0;
}
