import { waitUntil, type WaitUntilOptions } from './waitUntil';

/** Options of {@link until}. */
export interface UntilOptions extends Partial<WaitUntilOptions> {
  /** Default 60. */
  timeoutSeconds?: number;
  /** Pause between an answer and the next question. Default 50; with 0 it is asked again at once. */
  intervalMilliseconds?: number;
}

/**
 * Asks again and again until the answer is as wanted, and returns it.
 *
 * @throws Error with the last answer when the time is over; an error of `ask` ends the waiting.
 */
export async function until<Answer, Wanted extends Answer>(
  ask: () => Answer | Promise<Answer>,
  isWanted: (answer: Answer) => answer is Wanted,
  options?: UntilOptions,
): Promise<Wanted>;
export async function until<Answer>(
  ask: () => Answer | Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
  options?: UntilOptions,
): Promise<Answer>;
export async function until<Answer>(
  ask: () => Answer | Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
  options: UntilOptions = {},
): Promise<Answer> {
  return waitUntil(
    async () => {
      const value = await ask();
      return isWanted(value)
        ? { done: true, value }
        : { done: false, why: () => JSON.stringify(value, undefined, 2) };
    },
    {
      what: 'the answer that is wanted',
      timeoutSeconds: 60,
      intervalMilliseconds: 50,
      ...options,
    },
  );
}
