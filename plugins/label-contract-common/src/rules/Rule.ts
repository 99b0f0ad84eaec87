import { MatchedWorkload } from '../report/MatchedWorkload';
import { Finding } from './Finding';

/**
 * One rule about one workload. A rule is kept in a file of its own, named after it.
 *
 * @public
 */
export interface Rule {
  readonly id: Finding['rule'];
  /** `workload` rules decide about the contract, `health` rules about the other verdict. */
  readonly verdict: 'contract' | 'health';
  /** The finding, or undefined where the rule is kept. */
  check(options: { workload: MatchedWorkload; now: Date }): Finding | undefined;
}
