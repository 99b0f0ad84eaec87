import { setTimeout as delay } from 'node:timers/promises';
import { RefusedError } from '../refusal/Refusal';

/** Milliseconds between two looks. */
const PAUSE_MS = 500;

/** Options of {@link waitUntilGone}. */
export interface WaitUntilGoneOptions {
  /** What is still there, in words; empty when all is gone. */
  look: () => Promise<readonly string[]>;
  /** At least 1. */
  waitSeconds: number;
  /** Gets one line whenever something changed. */
  log: (line: string) => void;
  signal?: AbortSignal;
}

/**
 * Waits until nothing is there any more.
 *
 * @throws RefusedError: `not-gone` after `waitSeconds`, `cancelled`.
 */
export async function waitUntilGone(
  options: WaitUntilGoneOptions,
): Promise<void> {
  const { look, waitSeconds, log, signal } = options;
  const start = performance.now();
  let lastLine = '';

  for (;;) {
    const state = (await look()).join(', ');
    if (!state) {
      return;
    }
    const line = `Waiting until gone: ${state}`;
    if (line !== lastLine) {
      log(line);
      lastLine = line;
    }
    if (performance.now() - start >= waitSeconds * 1000) {
      throw new RefusedError({ kind: 'not-gone', waitSeconds, state });
    }
    await delay(PAUSE_MS, undefined, { signal }).catch(error => {
      throw signal?.aborted ? new RefusedError({ kind: 'cancelled' }) : error;
    });
  }
}
