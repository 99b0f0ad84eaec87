import distanceOf from 'damerau-levenshtein';
import { singular } from 'pluralize';

/**
 * In which way a value is nearly another one.
 *
 * - `spelling`: equal after case and separators (`_`, `-`, `.`) are folded.
 * - `typo`: one letter wrong from 5 characters on, two from 10; a digit is never a typo.
 * - `plural`: the one is the plural of the other.
 * - `affix`: one word is missing or added at an end.
 *
 * @public
 */
export type Resemblance = 'spelling' | 'typo' | 'plural' | 'affix';

const ENVIRONMENT =
  /^(dev|test|qa|stage|staging|uat|preprod|prod|canary|blue|green|pr-?\d+|v\d+)$/;

/**
 * How a value resembles the one that is claimed; undefined where it does not, or where the two differ
 * by an environment (`payments` and `payments-staging`), which are twins and no mistake.
 */
export function resemblanceOf(
  value: string,
  claimed: string,
): Resemblance | undefined {
  if (value === claimed || value === '') {
    return undefined;
  }
  if (folded(value) === folded(claimed)) {
    return 'spelling';
  }
  if (isTwin(value, claimed)) {
    return undefined;
  }
  const added = addedWord(value, claimed) ?? addedWord(claimed, value);
  if (added !== undefined) {
    return 'affix';
  }
  if (singular(value) === singular(claimed)) {
    return 'plural';
  }
  return isTypo(value, claimed) ? 'typo' : undefined;
}

/**
 * Whether two values name different environments or numbers (`svc-1` and `svc-2`, `payments` and
 * `payments-staging`): whoever wrote them meant two things.
 */
export function isTwin(a: string, b: string): boolean {
  return markersOf(a) !== markersOf(b);
}

/**
 * Whether the one value is the other with an environment at an end, as `payments` and
 * `payments-staging`. On its own that makes them twins; a number never names an environment.
 */
export function differsByEnvironment(value: string, claimed: string): boolean {
  const word = addedWord(value, claimed) ?? addedWord(claimed, value);
  return word !== undefined && ENVIRONMENT.test(word);
}

/** The words of a value that tell twins apart, in their order. */
function markersOf(value: string): string {
  return value
    .replace(/\bpr-(\d+)/g, 'pr$1')
    .split('-')
    .filter(word => ENVIRONMENT.test(word) || /^\d+$/.test(word))
    .join('-');
}

/**
 * Case and separators left out: `Payments_Platform` is `paymentsplatform`. Between digits a separator
 * stays, as `svc-1-1` and `svc-11` are two numbers.
 */
function folded(value: string): string {
  return value
    .toLocaleLowerCase('en-US')
    .replace(/(?<=\d)[-_.]+(?=\d)/g, '/')
    .replace(/[-_.]/g, '');
}

/** The one word that the longer value has more than the shorter, at either end. */
function addedWord(longer: string, shorter: string): string | undefined {
  const word = longer.startsWith(`${shorter}-`)
    ? longer.slice(shorter.length + 1)
    : longer.endsWith(`-${shorter}`) && longer.slice(0, -shorter.length - 1);
  return word && (!word.includes('-') || ENVIRONMENT.test(word))
    ? word
    : undefined;
}

function isTypo(value: string, claimed: string): boolean {
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim();
  if (digits(value) !== digits(claimed)) {
    return false;
  }
  const length = Math.min(value.length, claimed.length);
  const allowed = length >= 10 ? 2 : 1;
  return length >= 5 && distanceOf(value, claimed).steps <= allowed;
}
