import { setTimeout } from 'node:timers/promises';

/** Time as the watches see it, so that a test can hold it in its hands. */
export interface Clock {
  /** Wall clock, for what people read. It may jump. */
  now(): Date;
  /** Milliseconds since some moment, never backwards, for measuring how long something took. */
  elapsedMs(): number;
  /** Resolves after so many milliseconds, or at once when the signal is aborted; never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The machine's own time. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  async sleep(milliseconds, signal) {
    try {
      await setTimeout(milliseconds, undefined, { signal, ref: false });
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  },
};
