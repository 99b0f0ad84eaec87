import { looksTheSame, Observation } from './Observation';

/** A change of one workload that this replica's watch brought. */
export interface SeenChange {
  readonly cluster: string;
  readonly uid: string;
  /** Undefined where it was not there. */
  readonly before?: Observation;
  /** Undefined where it is gone. */
  readonly after?: Observation;
  /** The last observation before, ISO 8601: that of `seenAt` itself where the watch saw it happen. */
  readonly notBefore: string;
  /** ISO 8601. */
  readonly seenAt: string;
  /**
   * True where the workload neither came nor went: a controller took it over, or let go of it. That is
   * to be known, and no transition.
   */
  readonly isQuiet: boolean;
}

/** One step of a workload, to be written. */
export type Step = Omit<SeenChange, 'cluster' | 'uid'>;

/**
 * What is still to be written of a workload: the changes that continue what is stored. Others were
 * written by another replica, or found by comparing everything.
 *
 * `isLost` where the last change does not lead to what is stored then: something was missed, and only
 * comparing everything can tell.
 */
export function reconcile(options: {
  stored: Observation | undefined;
  changes: readonly SeenChange[];
}): { steps: readonly Step[]; isLost: boolean } {
  const { changes } = options;
  const steps: Step[] = [];
  let state = options.stored;
  for (const change of changes) {
    const { before, after } = change;
    if (looksTheSame(state, before) && !looksTheSame(state, after)) {
      steps.push({ ...change, before: state });
      state = after;
    }
  }
  return { steps, isLost: !looksTheSame(state, changes.at(-1)?.after) };
}
