import { setTimeout } from 'node:timers/promises';

/** Long enough for the largest fleet on a busy machine. */
const LIMIT_MS = 900_000;

/**
 * Asks again and again until the answer is as wanted, and returns it.
 *
 * @throws Error after a quarter of an hour.
 */
export async function untilTrue<Answer>(
  ask: () => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
  options: {
    /** What is waited for, as the end of "Waited 900 s for …". */
    readonly what: string;
    /** Between an answer and the next question; at once where absent. */
    readonly pauseMs?: number;
  },
): Promise<Answer> {
  const { what, pauseMs } = options;
  const giveUpAt = performance.now() + LIMIT_MS;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) {
      return answer;
    }
    if (performance.now() > giveUpAt) {
      throw new Error(`Waited ${LIMIT_MS / 1000} s for ${what}`);
    }
    if (pauseMs !== undefined) {
      await setTimeout(pauseMs);
    }
  }
}
