import { Bench } from './Bench';

/** The benchmarks that are named, in their own order; all where none is named. */
export function chooseBenches(
  benches: readonly Bench[],
  names: readonly string[],
): readonly Bench[] {
  const known = benches.map(({ name }) => name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `Benchmark '${unknown}' is not known; known: ${known.join(', ')}`,
    );
  }
  return names.length === 0
    ? benches
    : benches.filter(({ name }) => names.includes(name));
}
