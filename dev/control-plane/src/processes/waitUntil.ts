import { setTimeout as pause } from 'node:timers/promises';

/** Options of {@link waitUntil}. */
export interface WaitUntilOptions {
  /** What is waited for, as the end of "Waited 30 seconds for …". */
  what: string;
  timeoutSeconds: number;
  /** Pause between two looks. Default 100; with 0 there is none. */
  intervalMilliseconds?: number;
  signal?: AbortSignal;
}

/** What a look found: done, or the reason why not yet. */
export type Look<T> =
  | { done: true; value: T }
  | { done: false; why: string | (() => string) };

/**
 * Looks again and again until the look says that it is done.
 * Throws when the time is over, with the reason that the last look gave.
 */
export async function waitUntil<T>(
  look: () => Promise<Look<T>>,
  options: WaitUntilOptions,
): Promise<T> {
  const { what, timeoutSeconds, intervalMilliseconds = 100, signal } = options;
  const deadline = performance.now() + timeoutSeconds * 1000;
  for (;;) {
    signal?.throwIfAborted();
    const found = await look();
    if (found.done) {
      return found.value;
    }
    if (performance.now() > deadline) {
      const why = typeof found.why === 'string' ? found.why : found.why();
      throw new Error(
        `Waited ${timeoutSeconds} seconds for ${what}; at the last look: ${why}`,
      );
    }
    if (intervalMilliseconds > 0) {
      await pause(intervalMilliseconds, undefined, { signal });
    }
  }
}
