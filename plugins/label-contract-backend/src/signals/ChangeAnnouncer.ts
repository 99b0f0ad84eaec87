import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  ChangeSignal,
  SIGNAL_CHANNEL,
} from '@portal-operations/plugin-label-contract-common';

/** At most one signal in this time: a cluster is never still, and each signal makes every open page ask. */
const INTERVAL_MS = 2_000;
/** How soon to ask again whether signals are installed, where that could not be told. */
const ASK_AGAIN_MS = 10_000;

/** What a {@link ChangeAnnouncer} needs. */
export interface ChangeAnnouncerOptions {
  readonly signals: Pick<SignalsService, 'publish'>;
  /**
   * Whether the signals plugin is there to hand signals on.
   *
   * @throws Error where that cannot be told at the moment.
   */
  readonly isInstalled: (signal: AbortSignal) => Promise<boolean>;
  /**
   * The generation of the first signal. It is the time of the start in milliseconds, so that those after a restart
   * are greater than those before: no replica sends a thousand signals a second.
   */
  readonly firstGeneration: number;
  /** Resolves early, and never rejects, when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly logger: LoggerService;
}

/**
 * Tells every open page that reports may have changed, and not a word of what: a broadcast reaches whoever is signed
 * in. The first change is told at once; those that follow within two seconds are told together at their end.
 */
export class ChangeAnnouncer {
  readonly #options: ChangeAnnouncerOptions;
  #generation: number;
  #isChanged = false;
  #isFailing = false;
  #wake: () => void = () => undefined;

  constructor(options: ChangeAnnouncerOptions) {
    this.#options = options;
    this.#generation = options.firstGeneration;
  }

  /** Notes that something changed. Costs nothing, however often it is called. */
  readonly note = (): void => {
    this.#isChanged = true;
    this.#wake();
  };

  /** Announces changes until the signal is aborted; ends early where signals are not installed. */
  async run(signal: AbortSignal): Promise<void> {
    const { sleep, logger } = this.#options;
    if (!(await this.#isHeard(signal))) {
      if (!signal.aborted) {
        logger.info(
          'The signals plugin is not installed: open pages ask by themselves whether something changed',
        );
      }
      return;
    }
    while (!signal.aborted) {
      await this.#untilChanged(signal);
      if (!signal.aborted) {
        await this.#announce();
        await sleep(INTERVAL_MS, signal);
      }
    }
  }

  async #isHeard(signal: AbortSignal): Promise<boolean> {
    const { isInstalled, sleep, logger } = this.#options;
    while (!signal.aborted) {
      try {
        return await isInstalled(signal);
      } catch (error) {
        // As a backend starts, its plugins come one after the other.
        logger.debug(`Whether signals are installed cannot be told: ${error}`);
        await sleep(ASK_AGAIN_MS, signal);
      }
    }
    return false;
  }

  async #untilChanged(signal: AbortSignal): Promise<void> {
    if (this.#isChanged || signal.aborted) {
      return;
    }
    await new Promise<void>(resolve => {
      this.#wake = () => {
        signal.removeEventListener('abort', this.#wake);
        resolve();
      };
      signal.addEventListener('abort', this.#wake, { once: true });
    });
  }

  async #announce(): Promise<void> {
    const { signals, logger } = this.#options;
    this.#isChanged = false;
    const message: ChangeSignal = { generation: this.#generation };
    this.#generation += 1;
    try {
      await signals.publish({
        recipients: { type: 'broadcast' },
        channel: SIGNAL_CHANNEL,
        message,
      });
      this.#isFailing = false;
    } catch (error) {
      // Once for each outage. Nothing is lost but speed: pages ask by themselves, only later.
      if (!this.#isFailing) {
        logger.warn(
          'That something changed cannot be told to open pages',
          error instanceof Error ? error : new Error(String(error)),
        );
      }
      this.#isFailing = true;
    }
  }
}
