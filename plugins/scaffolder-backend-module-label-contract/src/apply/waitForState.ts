import { setTimeout as delay } from 'node:timers/promises';
import type { ObjectName } from '../objects/ObjectName';
import { Refusal, RefusedError } from '../refusal/Refusal';

/**
 * Milliseconds between two looks, by how long it has taken: most of what is waited for is there within seconds, and
 * a person waits for it; what takes minutes is not to be asked for ten times a second.
 */
const PAUSES = [
  { beforeMs: 5_000, pauseMs: 100 },
  { beforeMs: 30_000, pauseMs: 250 },
  { beforeMs: Infinity, pauseMs: 1_000 },
];

/**
 * Milliseconds for which a refusal has to last. Kubernetes and Argo CD report one until the next attempt
 * succeeds, so right after a cure it still tells of the past; in this time they try again several times.
 */
const REFUSED_FOR_MS = 5_000;

/** How far something is, with what is said about it. */
export interface WaitedState {
  kind: 'ready' | 'waiting' | 'refused';
}

/** Options that every wait has. */
export interface WaitOptions<S extends WaitedState> {
  /** What is waited for. */
  object: ObjectName;
  /** At least 1. */
  waitSeconds: number;
  /** Gets one line whenever something changed. */
  log: (line: string) => void;
  signal?: AbortSignal;
  /** Time in milliseconds; only differences count. */
  now?: () => number;
  /** Rejects when the signal is aborted. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Sees every state, also the last one before an error. */
  onState?: (state: S) => void;
}

/**
 * Looks again and again until something is ready.
 *
 * @throws RefusedError: what `refusalOf` says of a refusal that lasts, `not-ready` after `waitSeconds`, `cancelled`.
 */
export async function waitForState<S extends WaitedState>(
  options: WaitOptions<S> & {
    look: () => Promise<S>;
    describe: (state: S) => string;
    refusalOf: (state: S) => Refusal;
  },
): Promise<S> {
  const { object, look, describe, refusalOf, waitSeconds, log } = options;
  const { signal, onState } = options;
  const { now = () => performance.now(), sleep = sleepUnlessAborted } = options;

  const start = now();
  let refusedSince: number | undefined;
  let lastLine = '';

  for (;;) {
    const state = await look();
    onState?.(state);

    const line =
      state.kind === 'ready'
        ? `${object.name}: ${describe(state)}`
        : `Waiting for ${object.name}: ${describe(state)}`;
    if (line !== lastLine) {
      log(line);
      lastLine = line;
    }

    if (state.kind === 'ready') {
      return state;
    }

    refusedSince = state.kind === 'refused' ? refusedSince ?? now() : undefined;
    if (refusedSince !== undefined && now() - refusedSince >= REFUSED_FOR_MS) {
      throw new RefusedError(refusalOf(state));
    }
    if (now() - start >= waitSeconds * 1000) {
      throw new RefusedError({
        kind: 'not-ready',
        object,
        waitSeconds,
        state: describe(state),
      });
    }

    try {
      await sleep(pauseAfter(now() - start), signal);
    } catch (error) {
      if (signal?.aborted) {
        throw new RefusedError({ kind: 'cancelled' });
      }
      throw error;
    }
  }
}

function pauseAfter(elapsedMs: number): number {
  return PAUSES.find(({ beforeMs }) => elapsedMs < beforeMs)?.pauseMs ?? 0;
}

async function sleepUnlessAborted(
  ms: number,
  signal?: AbortSignal,
): Promise<void> {
  await delay(ms, undefined, { signal });
}
