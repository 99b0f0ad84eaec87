import { setTimeout } from 'node:timers/promises';

const LIMIT_MS = 60_000;
const PAUSE_MS = 50;

/**
 * Asks again and again until the answer is as wanted, and returns it.
 *
 * @throws Error with the last answer after so many milliseconds, 60 s by default.
 */
export async function until<Answer>(
  ask: () => Answer | Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
  limitMs = LIMIT_MS,
): Promise<Answer> {
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) {
      return answer;
    }
    if (performance.now() > giveUpAt) {
      throw new Error(
        `Not as wanted after ${limitMs} ms: ${JSON.stringify(
          answer,
          undefined,
          2,
        )}`,
      );
    }
    await setTimeout(PAUSE_MS);
  }
}
