import { ClaimedEntity } from '../claim/ClaimedEntity';
import { Fix } from '../fix/Fix';
import { ClusterChoice } from '../gates/GateReport';
import { FactsView } from '../match/FactsView';
import { MatchedWorkload } from '../match/MatchedWorkload';
import {
  ClaimFinding,
  Desk,
  Evidence,
  Finding,
  Severity,
  WorkloadFinding,
} from './Finding';

/** One or more; the first is the usual one. */
type OneOrMore<T> = readonly [T, ...T[]];

/**
 * What a rule says about itself, once: its findings and its page in `docs/rules` take it from here.
 *
 * @public
 */
export interface RuleDescription {
  /** States the good state, in kebab case. */
  readonly id: string;
  /** The good state in one sentence, as Markdown. */
  readonly description: string;
  /** Which of the two verdicts it decides about. */
  readonly verdict: 'contract' | 'health';
  /** How bad it is where the rule is not kept. */
  readonly severities: OneOrMore<Severity>;
  /** Who acts. */
  readonly owners: OneOrMore<Desk>;
  /** How sure its findings are. */
  readonly evidences: OneOrMore<Evidence>;
  /** Kinds of fixes that its findings may offer; empty where there is only advice. */
  readonly fixes: readonly Fix['kind'][];
}

/** What a finding takes from its rule. */
type Usual = 'severity' | 'evidence' | 'owner';

/**
 * A finding as a rule makes it: it says what is usual for its rule only where it is not.
 *
 * @public
 */
export type Breach<F extends Finding> = F extends Finding
  ? Omit<F, Usual> & Partial<Pick<F, Usual>>
  : never;

/**
 * One rule about the claim of an entity. A rule is kept in a file of its own, named after it.
 *
 * @public
 */
export interface ClaimRule extends RuleDescription {
  readonly verdict: 'contract';
  /** What is not kept, or undefined where the rule is. */
  check(options: {
    entity: ClaimedEntity;
    /** All clusters, those that the claim does not reach too. */
    facts: FactsView;
    /** Which clusters the claim reaches, and why; undefined where no cluster is looked at. */
    choice?: ClusterChoice;
  }): Breach<ClaimFinding> | undefined;
}

/**
 * One rule about one workload.
 *
 * @public
 */
export interface WorkloadRule extends RuleDescription {
  /** What is not kept, or undefined where the rule is. */
  check(options: {
    workload: MatchedWorkload;
    now: Date;
  }): Breach<WorkloadFinding> | undefined;
}

/**
 * The claim rule of one id: it makes findings of that id only, with messages that `Finding.ts` knows.
 *
 * @public
 */
export interface ClaimRuleOf<Id extends string> extends ClaimRule {
  readonly id: Id;
  check(
    options: Parameters<ClaimRule['check']>[0],
  ): Breach<Extract<ClaimFinding, { rule: Id }>> | undefined;
}

/**
 * The workload rule of one id: it makes findings of that id only, with messages that `Finding.ts`
 * knows.
 *
 * @public
 */
export interface WorkloadRuleOf<Id extends string> extends WorkloadRule {
  readonly id: Id;
  check(
    options: Parameters<WorkloadRule['check']>[0],
  ): Breach<Extract<WorkloadFinding, { rule: Id }>> | undefined;
}

/**
 * Holds a claim rule to its own id.
 *
 * @public
 */
export function defineClaimRule<Id extends string>(
  rule: ClaimRuleOf<Id>,
): ClaimRuleOf<Id> {
  return rule;
}

/**
 * Holds a workload rule to its own id.
 *
 * @public
 */
export function defineWorkloadRule<Id extends string>(
  rule: WorkloadRuleOf<Id>,
): WorkloadRuleOf<Id> {
  return rule;
}

/** What is usual for the findings of a rule. */
export function usualOf(rule: RuleDescription) {
  return {
    severity: rule.severities[0],
    evidence: rule.evidences[0],
    owner: rule.owners[0],
  };
}
