import {
  WatchedKind,
  WatchProblem,
} from '@portal-operations/plugin-label-contract-common';
import { WatchFailure } from './WatchFailure';

/**
 * Why a watch ended.
 *
 * - `ended`: the API server closed it, as it does every four to five minutes.
 * - `quiet`: nothing was heard for a while, so it is opened anew to see whether anybody is there.
 * - `relist`: its resource version is of no use any more.
 * - all others: the cluster does not answer, or refuses.
 */
export type WatchEnding = 'ended' | 'quiet' | 'relist' | WatchProblem['reason'];

/** Is told how the watches fare, so that it can be measured. It must not throw. */
export interface WatchObserver {
  /** A watch, or the list before it, ended and is begun again. */
  ended(ending: WatchEnding): void;
  /** A change is where reports are made from, so many seconds after it arrived from the cluster. */
  delivered(seconds: number): void;
  /** An object was left out, because it was not understood. */
  skipped(kind: WatchedKind): void;
}

/** What a failure is called where only its sort is counted. */
export function endingOfFailure({ cure, problem }: WatchFailure): WatchEnding {
  switch (cure) {
    case 'ask-again':
      return 'quiet';
    case 'relist':
      return 'relist';
    default:
      return problem.reason;
  }
}
