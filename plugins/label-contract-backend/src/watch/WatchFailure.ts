import { WatchProblem } from '@portal-operations/plugin-label-contract-common';

/** What a watch does about a failure. */
export type WatchCure =
  /** Nothing is known to be wrong: ask again at once, from the last resource version. */
  | 'ask-again'
  /** Ask again soon, from the last resource version. */
  | 'resume'
  /** The resource version is of no use any more: list again. */
  | 'relist'
  /** Nothing changes until somebody changes a token or a role: ask again, slowly. */
  | 'wait';

/** A reason why a list or a watch did not go on, and what is to be done. */
export class WatchFailure extends Error {
  readonly problem: WatchProblem;
  readonly cure: WatchCure;

  constructor(options: { problem: WatchProblem; cure: WatchCure }) {
    super(options.problem.message);
    this.name = 'WatchFailure';
    this.problem = options.problem;
    this.cure = options.cure;
  }
}
