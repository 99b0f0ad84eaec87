import { Clock } from '../watch/Clock';

interface Sleeper {
  readonly wakeAt: number;
  wake(): void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #elapsedMs = 0;
  readonly #sleepers = new Set<Sleeper>();
  readonly #start = Date.UTC(2026, 0, 1, 12);

  now(): Date {
    return new Date(this.#start + this.#elapsedMs);
  }

  elapsedMs(): number {
    return this.#elapsedMs;
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) {
      return Promise.resolve();
    }
    return new Promise(resolve => {
      const sleeper: Sleeper = {
        wakeAt: this.#elapsedMs + milliseconds,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal.addEventListener('abort', sleeper.wake, { once: true });
    });
  }

  /** Milliseconds until each sleeper wakes, the next one first. */
  sleeping(): number[] {
    return [...this.#sleepers]
      .map(({ wakeAt }) => wakeAt - this.#elapsedMs)
      .sort((a, b) => a - b);
  }

  /** Moves the time, and wakes whoever is due. */
  advance(milliseconds: number): void {
    this.#elapsedMs += milliseconds;
    for (const sleeper of [...this.#sleepers]) {
      if (sleeper.wakeAt <= this.#elapsedMs) {
        sleeper.wake();
      }
    }
  }
}
