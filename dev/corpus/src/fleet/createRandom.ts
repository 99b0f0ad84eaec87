/**
 * Chance that is the same on every run: all of it comes from one seed.
 */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** True in so many of a hundred cases. */
  percent(percent: number): boolean;
  /** One of them. @throws RangeError where there is none. */
  pick<T>(items: readonly T[]): T;
  /** All of them in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

const MODULUS = 2_147_483_647;
const MULTIPLIER = 48_271;

/** The generator of Park and Miller: small, and the same everywhere, for no product leaves 53 bits. */
export function createRandom(seed: number): Random {
  // Neighbouring seeds start alike, so they are spread first.
  let state = ((((seed + 1) * 69_621) % (MODULUS - 1)) + 1) % MODULUS;
  const next = () => {
    state = (state * MULTIPLIER) % MODULUS;
    return state / MODULUS;
  };
  next();

  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    percent: percent => next() * 100 < percent,
    pick(items) {
      if (items.length === 0) {
        throw new RangeError('There is nothing to pick from');
      }
      return items[below(items.length)];
    },
    shuffled(items) {
      return items
        .map(item => ({ item, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item);
    },
  };
}
