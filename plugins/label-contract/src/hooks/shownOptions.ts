/** Of what is not shown only the count is, in the title of its tab. */
const HIDDEN_INTERVAL_MILLISECONDS = 60_000;

/** Whether somebody looks at more than the count of an answer. */
export interface ShownOptions {
  readonly isShown: boolean;
}

/** Key of a live query. What comes into view is asked for anew, as it may be old. */
export function keyOfShown(query: object, { isShown }: ShownOptions): string {
  return JSON.stringify([query, isShown]);
}

/** How often it is asked for; undefined for as often as usual. */
export function intervalOfShown({ isShown }: ShownOptions): number | undefined {
  return isShown ? undefined : HIDDEN_INTERVAL_MILLISECONDS;
}
