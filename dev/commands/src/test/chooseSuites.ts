import { Suite } from './Suite';

/** The suites that are named, in their own order; all where none is named. */
export function chooseSuites(
  suites: readonly Suite[],
  names: readonly string[],
): readonly Suite[] {
  const known = suites.map(({ name }) => name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `Suite '${unknown}' is not known; known: ${known.join(', ')}`,
    );
  }
  return names.length === 0
    ? suites
    : suites.filter(({ name }) => names.includes(name));
}
