import { WatchState } from '@portal-operations/plugin-label-contract-common';

/**
 * A watch that is alive says so more often than this; after a longer silence it was opened anew, and
 * what it brings then may have happened in between.
 */
const SILENCE_MS = 70_000;
/** What was missed comes right after the opening. */
const CATCH_UP_MS = 10_000;

interface Moments {
  /** Last sign of life that was noted. */
  readonly last?: string;
  /** The last silence. */
  readonly silence?: { readonly from: string; readonly to: string };
}

/**
 * Remembers when each watch was silent, to tell a change that a watch saw happen from one that it only
 * heard of afterwards.
 */
export class WatchMoments {
  readonly #moments = new Map<string, Moments>();

  /** Notes how a watch fares. To be called at least every 10 s, and before each of its changes is dated. */
  note(watch: string, state: WatchState | undefined): void {
    const { last, silence } = this.#moments.get(watch) ?? {};
    switch (state?.kind) {
      case 'stale':
        // Open end: it lasts until the watch is live again.
        this.#moments.set(watch, {
          last: undefined,
          silence: { from: state.asOf, to: '' },
        });
        break;
      case 'live': {
        const { asOf } = state;
        const isSilenceOver = silence?.to === '';
        const wasSilent =
          last !== undefined &&
          Date.parse(asOf) - Date.parse(last) >= SILENCE_MS;
        this.#moments.set(watch, {
          last: asOf,
          silence:
            (isSilenceOver && { from: silence.from, to: asOf }) ||
            (wasSilent && { from: last, to: asOf }) ||
            silence,
        });
        break;
      }
      default:
        this.#moments.delete(watch);
    }
  }

  /** The last observation before a change that a watch brought at a moment: that moment, but after a silence. */
  lastBefore(watch: string, at: Date): string {
    const { silence } = this.#moments.get(watch) ?? {};
    const mayBeOlder =
      silence &&
      (silence.to === '' ||
        at.getTime() - Date.parse(silence.to) < CATCH_UP_MS);
    return mayBeOlder ? silence.from : at.toISOString();
  }
}
