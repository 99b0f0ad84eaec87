import { Clock } from './Clock';

/** Lets so many do something at the same time; the others wait, first come, first served. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];
  readonly #limit?: TurnLimit;

  /**
   * @param atOnce - how many may be at it together.
   * @param limit - how long a turn lasts at most.
   */
  constructor(atOnce: number, limit?: TurnLimit) {
    this.#free = atOnce;
    this.#limit = limit;
  }

  /** Does it as soon as it is its turn, and passes on what comes of it. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }

    const ended = new AbortController();
    const turnIsOver = this.#passOnAtTheEnd(ended.signal);
    try {
      return await work();
    } finally {
      ended.abort();
      await turnIsOver;
    }
  }

  /** Passes the turn on when the work has ended, or has taken too long. */
  async #passOnAtTheEnd(ended: AbortSignal): Promise<void> {
    if (this.#limit) {
      await this.#limit.clock.sleep(this.#limit.milliseconds, ended);
    } else {
      await new Promise<void>(resolve =>
        ended.addEventListener('abort', () => resolve(), { once: true }),
      );
    }
    this.#passOn();
  }

  #passOn(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
      return;
    }
    this.#free += 1;
  }
}

/**
 * How long a turn lasts at most. What takes longer goes on, and the next one begins all the same: who
 * hangs must not hold up the others.
 */
export interface TurnLimit {
  readonly milliseconds: number;
  readonly clock: Clock;
}
