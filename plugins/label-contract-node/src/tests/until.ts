import { setTimeout } from 'node:timers/promises';

const LIMIT_MS = 60_000;
const PAUSE_MS = 50;

/**
 * Asks again and again until the answer is as wanted.
 *
 * @throws Error with the last answer after 60 s.
 */
export async function until<Answer>(
  ask: () => Answer | Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
): Promise<Answer> {
  const giveUpAt = performance.now() + LIMIT_MS;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) {
      return answer;
    }
    if (performance.now() > giveUpAt) {
      throw new Error(
        `Not as wanted after ${LIMIT_MS} ms: ${JSON.stringify(answer)}`,
      );
    }
    await setTimeout(PAUSE_MS);
  }
}
