import { ClaimedEntity } from '../claim/ClaimedEntity';
import { FactsView } from '../match/FactsView';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { ClaimFinding, WorkloadFinding } from './Finding';

/**
 * One rule about the claim of an entity. A rule is kept in a file of its own, named after it.
 *
 * @public
 */
export interface ClaimRule {
  readonly id: ClaimFinding['rule'];
  readonly verdict: 'contract';
  /** The finding, or undefined where the rule is kept. */
  check(options: {
    entity: ClaimedEntity;
    facts: FactsView;
  }): ClaimFinding | undefined;
}

/**
 * One rule about one workload.
 *
 * @public
 */
export interface WorkloadRule {
  readonly id: WorkloadFinding['rule'];
  /** Which of the two verdicts it decides about. */
  readonly verdict: 'contract' | 'health';
  /** The finding, or undefined where the rule is kept. */
  check(options: {
    workload: MatchedWorkload;
    now: Date;
  }): WorkloadFinding | undefined;
}
