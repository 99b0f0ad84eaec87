import { SimilarIds } from '../claim/SimilarIds';
import {
  differsByEnvironment,
  Resemblance,
  resemblanceOf,
} from '../evidence/resemblanceOf';

/** A name that a value resembles, and how. */
export interface NameLike {
  readonly name: string;
  /** `environment`: the value is the name with an environment at an end, as `payments-staging`. */
  readonly how: Resemblance | 'environment';
}

/** The most telling first. */
const HOWS: readonly NameLike['how'][] = [
  'spelling',
  'typo',
  'plural',
  'affix',
  'environment',
];

/**
 * Finds the names that a value resembles, the most telling first. Tables lead to the few that are worth a
 * comparison: a fleet has thousands of names, and as many values.
 */
export function createNamesLike(
  names: Iterable<string>,
): (value: string) => NameLike[] {
  const known = new SimilarIds(names);
  return value =>
    [
      ...new Set([
        ...known.like(value),
        ...shortened(value).filter(name => known.has(name)),
      ]),
    ]
      .flatMap(name => {
        const how = howAlike(value, name);
        return how ? [{ name, how }] : [];
      })
      .sort(
        (a, b) =>
          HOWS.indexOf(a.how) - HOWS.indexOf(b.how) ||
          a.name.localeCompare(b.name, 'en'),
      );
}

function howAlike(value: string, name: string): NameLike['how'] | undefined {
  const resemblance = resemblanceOf(value, name);
  return resemblance === undefined &&
    value.length > name.length &&
    differsByEnvironment(value, name)
    ? 'environment'
    : resemblance;
}

/** A value without its first or last words: an environment has up to two, as `pr-17`. */
function shortened(value: string): string[] {
  const words = value.split('-');
  return [1, 2]
    .filter(count => count < words.length)
    .flatMap(count => [
      words.slice(count).join('-'),
      words.slice(0, -count).join('-'),
    ]);
}
