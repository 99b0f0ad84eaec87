import { setTimeout as delay } from 'node:timers/promises';

/** Options of {@link waitUntil}. */
export interface WaitUntilOptions<T> {
  /** What is waited for; completes the sentence "Waited for …". */
  what: string;
  timeoutSeconds: number;
  /** Looks once. Undefined means: not yet. An error ends the waiting. */
  condition(): Promise<T | undefined>;
  /** Told with the error of a timeout: what was seen last. */
  lastSeen?(): string;
}

/** How long after one look the next begins, in milliseconds. */
const INTERVAL = 200;

/** Looks again and again until there is a value, and returns it. Throws when the time is over. */
export async function waitUntil<T>(options: WaitUntilOptions<T>): Promise<T> {
  const { what, timeoutSeconds, condition, lastSeen } = options;
  const deadline = performance.now() + timeoutSeconds * 1000;
  for (;;) {
    const value = await condition();
    if (value !== undefined) {
      return value;
    }
    if (performance.now() > deadline) {
      const seen = lastSeen ? `; last seen: ${lastSeen()}` : '';
      throw new Error(`Waited ${timeoutSeconds} s for ${what}${seen}`);
    }
    await delay(INTERVAL);
  }
}
