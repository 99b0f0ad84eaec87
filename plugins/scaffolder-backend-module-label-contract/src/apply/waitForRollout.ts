import { setTimeout as delay } from 'node:timers/promises';
import { ObjectName, RefusedError } from './Refusal';
import { RolloutFacts, RolloutState, rolloutState } from './rolloutState';

/** Milliseconds between two looks. */
const PAUSE_MS = 500;

/**
 * Milliseconds for which a refusal of pods has to last. The condition that reports it stays until pods
 * could be made, so right after a cure it still tells of the past; in this time Kubernetes tries again
 * several times.
 */
const REFUSED_FOR_MS = 5_000;

/** Options of {@link waitForRollout}. */
export interface WaitForRolloutOptions {
  /** The Deployment. */
  object: ObjectName;
  /** Asks the cluster how far it is. */
  look: () => Promise<RolloutFacts>;
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
  onState?: (state: RolloutState) => void;
}

/**
 * Waits until all pods of a Deployment's newest revision are ready.
 *
 * @throws RefusedError: `pods-refused` (quota, admission), `not-ready` after `waitSeconds`, `cancelled`.
 */
export async function waitForRollout(
  options: WaitForRolloutOptions,
): Promise<RolloutState> {
  const { object, look, waitSeconds, log, signal, onState } = options;
  const { now = () => performance.now(), sleep = sleepUnlessAborted } = options;

  const start = now();
  let refusedSince: number | undefined;
  let lastLine = '';

  for (;;) {
    const state = rolloutState(await look());
    onState?.(state);

    const line = describeRollout(object.name, state);
    if (line !== lastLine) {
      log(line);
      lastLine = line;
    }

    if (state.kind === 'ready') {
      return state;
    }

    refusedSince = state.kind === 'refused' ? refusedSince ?? now() : undefined;
    if (refusedSince !== undefined && now() - refusedSince >= REFUSED_FOR_MS) {
      throw new RefusedError({
        kind: 'pods-refused',
        object,
        message: state.reasons.join('; '),
      });
    }
    if (now() - start >= waitSeconds * 1000) {
      throw new RefusedError({
        kind: 'not-ready',
        object,
        waitSeconds,
        state: describeState(state),
      });
    }

    try {
      await sleep(PAUSE_MS, signal);
    } catch (error) {
      if (signal?.aborted) {
        throw new RefusedError({ kind: 'cancelled' });
      }
      throw error;
    }
  }
}

/** One line of the task log. */
export function describeRollout(name: string, state: RolloutState): string {
  if (state.kind === 'ready') {
    return `${name}: ${describeState(state)}`;
  }
  return `Waiting for ${name}: ${describeState(state)}`;
}

function describeState({ kind, ready, of, reasons }: RolloutState): string {
  const count = `${ready} of ${of} ready`;
  if (kind === 'refused') {
    return `${count}, pod refused: ${reasons.join('; ')}`;
  }
  return [count, ...reasons].join(', ');
}

async function sleepUnlessAborted(
  ms: number,
  signal?: AbortSignal,
): Promise<void> {
  await delay(ms, undefined, { signal });
}
