import { Clock, systemClock } from '../watch/Clock';

/**
 * The machine's time, in which all that is measured and waited for goes faster; and a wall clock that
 * can be set, as somebody may do on any machine.
 */
export class FastClock implements Clock {
  readonly #times: number;
  /** How far the wall clock is off. */
  offsetMs = 0;

  /** @param times - how often a second of it fits in a real one. */
  constructor(times: number) {
    this.#times = times;
  }

  now(): Date {
    return new Date(systemClock.now().getTime() + this.offsetMs);
  }

  elapsedMs(): number {
    return systemClock.elapsedMs() * this.#times;
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return systemClock.sleep(milliseconds / this.#times, signal);
  }
}
