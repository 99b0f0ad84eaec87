import { InputError } from '@backstage/errors';
import { Query } from './queryOf';

/** Most values of one key. */
export const MOST_VALUES = 100;

/** Most characters of one value. */
export const MOST_CHARACTERS = 512;

const SHOWN_CHARACTERS = 100;

/** What a request found, for a message: no longer than is good to read. */
export function quoted(text: string): string {
  return text.length > SHOWN_CHARACTERS
    ? `'${text.slice(0, SHOWN_CHARACTERS)}…'`
    : `'${text}'`;
}

/**
 * @throws InputError that names the key, where a query has one that a route does not take.
 */
export function refuseUnknownKeys(
  query: Query,
  known: readonly string[],
): void {
  const unknown = Object.keys(query).find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `Unknown query parameter ${quoted(unknown)}; ${
        known.length === 0
          ? 'this route takes none'
          : `this route takes ${known.join(', ')}`
      }`,
    );
  }
}

/**
 * All values of a key; undefined where it is absent.
 *
 * @throws InputError for one that is empty or too long, and where there are too many.
 */
export function textsOf(
  query: Query,
  key: string,
): readonly string[] | undefined {
  const values = query[key];
  if (!values) {
    return undefined;
  }
  if (values.length > MOST_VALUES) {
    throw new InputError(
      `Query parameter '${key}' has ${values.length} values; allowed are ${MOST_VALUES} at the most`,
    );
  }
  for (const value of values) {
    // NUL is no text to any database, and to no name either.
    if (
      value.trim() === '' ||
      value.length > MOST_CHARACTERS ||
      value.includes('\0')
    ) {
      throw new InputError(
        `Query parameter '${key}' is ${quoted(
          value,
        )}; allowed is text of 1 to ${MOST_CHARACTERS} characters`,
      );
    }
  }
  return values;
}

/**
 * The value of a key that may stand there once.
 *
 * @throws InputError where it is repeated, empty or too long.
 */
export function textOf(query: Query, key: string): string | undefined {
  const values = textsOf(query, key);
  if (values && values.length > 1) {
    throw new InputError(
      `Query parameter '${key}' is given ${values.length} times; allowed is once`,
    );
  }
  return values?.[0];
}

/**
 * All values of a key that takes some words only.
 *
 * @throws InputError for any other.
 */
export function choicesOf<Choice extends string>(
  query: Query,
  key: string,
  allowed: readonly Choice[],
): readonly Choice[] | undefined {
  return textsOf(query, key)?.map(text => choiceIn(text, { key, allowed }));
}

/**
 * The value of a key that takes one of some words.
 *
 * @throws InputError for any other.
 */
export function choiceOf<Choice extends string>(
  query: Query,
  key: string,
  allowed: readonly Choice[],
): Choice | undefined {
  const text = textOf(query, key);
  return text === undefined ? undefined : choiceIn(text, { key, allowed });
}

function choiceIn<Choice extends string>(
  text: string,
  options: { key: string; allowed: readonly Choice[] },
): Choice {
  const { key, allowed } = options;
  const choice = allowed.find(each => each === text);
  if (choice === undefined) {
    throw new InputError(
      `Query parameter '${key}' is ${quoted(text)}; allowed are ${allowed.join(
        ', ',
      )}`,
    );
  }
  return choice;
}

/**
 * A whole number, from 1 to a most.
 *
 * @throws InputError for anything else.
 */
export function countOf(
  query: Query,
  key: string,
  most: number,
): number | undefined {
  const text = textOf(query, key);
  if (text === undefined) {
    return undefined;
  }
  const count = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > most) {
    throw new InputError(
      `Query parameter '${key}' is ${quoted(
        text,
      )}; allowed are whole numbers from 1 to ${most}`,
    );
  }
  return count;
}

/** A day, or a moment with its offset. */
const ISO_DATE =
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * A moment.
 *
 * @throws InputError for what is no ISO 8601 date.
 */
export function momentOf(query: Query, key: string): Date | undefined {
  const text = textOf(query, key);
  if (text === undefined) {
    return undefined;
  }
  const moment = ISO_DATE.test(text) ? new Date(text) : undefined;
  if (!moment || Number.isNaN(moment.getTime()) || !isDay(text.slice(0, 10))) {
    throw new InputError(
      `Query parameter '${key}' is ${quoted(
        text,
      )}; allowed is a date such as 2026-01-31 or 2026-01-31T10:00:00Z (UTC where it is a day)`,
    );
  }
  return moment;
}

/** JavaScript takes the 30th of February for the 2nd of March. */
function isDay(day: string): boolean {
  const start = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(start.getTime()) && start.toISOString().startsWith(day);
}
