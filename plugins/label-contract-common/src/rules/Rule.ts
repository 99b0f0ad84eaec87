import { CatalogView } from '../claim/CatalogView';
import { CheckedEntity, ClaimedEntity } from '../claim/ClaimedEntity';
import { ClusterFacts, WatchedKind } from '../facts/Facts';
import { WorkloadKind } from '../facts/WorkloadFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { Fix } from '../fix/Fix';
import { ClusterChoice } from '../gates/GateReport';
import { KubernetesTabSettings } from '../gates/KubernetesTabSettings';
import { FactsView } from '../match/FactsView';
import { HistoryView } from '../match/HistoryView';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { NotCheckedReason } from './NotCheckedReason';
import {
  ClaimFinding,
  ClusterFinding,
  Desk,
  Evidence,
  Finding,
  Severity,
  WorkloadFinding,
} from './Finding';

/**
 * Facts that a rule needs: those of a kind that stands beside workloads, or what is remembered.
 *
 * @public
 */
export type RuleNeed = Exclude<WatchedKind, WorkloadKind> | 'history';

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
  /** Which of the two verdicts it decides about; none, where it is about a cluster. */
  readonly verdict: 'contract' | 'health' | 'none';
  /** How bad it is where the rule is not kept. */
  readonly severities: OneOrMore<Severity>;
  /** Who acts. */
  readonly owners: OneOrMore<Desk>;
  /** How sure its findings are. */
  readonly evidences: OneOrMore<Evidence>;
  /** Kinds of fixes that its findings may offer; empty where there is only advice. */
  readonly fixes: readonly Fix['kind'][];
  /**
   * Facts that it needs besides workloads and their pods, without which there is no verdict at all.
   * Where they are missing, the report lists the rule as not checked.
   */
  readonly needs?: readonly RuleNeed[];
}

/** What a finding takes from its rule. */
type Usual = 'severity' | 'evidence' | 'owner';

/**
 * A finding as a rule makes it: it says what is usual for its rule only where it is not.
 *
 * @public
 */
export type Breach<F extends Finding | ClusterFinding> = F extends unknown
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
    /** Names of the clusters that the claim reaches; none where no cluster is looked at. */
    asked?: readonly string[];
    /** The other entities; undefined where nothing is known of them. */
    catalog?: CatalogView;
    /** What is remembered of the past; undefined where nothing is. */
    history?: HistoryView;
  }): Breach<ClaimFinding> | undefined;
}

/**
 * What a rule may look at around one workload.
 *
 * @public
 */
export interface WorkloadCheck {
  readonly workload: MatchedWorkload;
  readonly now: Date;
  /** The clusters that the claim reaches. */
  readonly facts: FactsView;
  /** What is remembered of the past; undefined where nothing is. */
  readonly history?: HistoryView;
  /** Why another workload fails that this one depends on; undefined where it does not fail. */
  readonly healthOfOther?: (
    workload: WorkloadFacts,
  ) => WorkloadFinding | undefined;
}

/**
 * One rule about one workload.
 *
 * @public
 */
export interface WorkloadRule extends RuleDescription {
  readonly verdict: 'contract' | 'health';
  /** What is not kept, or undefined where the rule is. */
  check(options: WorkloadCheck): Breach<WorkloadFinding> | undefined;
  /** Why silence of the rule says nothing about this workload; undefined where it does say something. */
  whyNotChecked?(options: WorkloadCheck): NotCheckedReason | undefined;
}

/**
 * What a rule may look at that holds an entity against everything that was found of it.
 *
 * @public
 */
export interface EntityCheck {
  readonly entity: CheckedEntity;
  /** Workloads that its claim finds. */
  readonly matched: readonly MatchedWorkload[];
  /** Workloads that it should find. */
  readonly nearMisses: readonly MatchedWorkload[];
  /** The clusters that the claim reaches; all where there is no claim. */
  readonly facts: FactsView;
  /** All clusters. */
  readonly everywhere: FactsView;
  /** The other entities; undefined where nothing is known of them. */
  readonly catalog?: CatalogView;
  readonly history?: HistoryView;
  readonly settings: KubernetesTabSettings;
  readonly isIgnoredNamespace: (namespace: string) => boolean;
  /** True where the claim is so wrong that it is taken to match nothing. */
  readonly isBroken: boolean;
  /** Whether the reader may see an entity, so that a finding may name it. */
  readonly mayNameEntity: (entityRef: string) => boolean;
  /** True where every cluster and kind was read that could change the answer. */
  readonly isEverythingRead: boolean;
  readonly now: Date;
}

/**
 * A finding of an entity, with the workloads that it explains: one cause, one finding, so nothing more
 * is said of the labels of those.
 *
 * @public
 */
export type EntityBreach<F extends Finding> = Breach<F> & {
  readonly explains?: readonly WorkloadFacts[];
};

/**
 * One rule about an entity and everything that was found of it. It is asked after claim rules and the
 * search for workloads, also of an entity without a claim, never of one that opted out.
 *
 * @public
 */
export interface EntityRule extends RuleDescription {
  readonly verdict: 'contract';
  /** What is not kept, or undefined where the rule is. */
  check(options: EntityCheck): EntityBreach<ClaimFinding> | undefined;
}

/**
 * What a rule may look at that is about the way to one cluster.
 *
 * @public
 */
export interface ClusterCheck {
  readonly cluster: ClusterFacts;
  readonly settings: KubernetesTabSettings;
  readonly now: Date;
}

/**
 * One rule about the way to a cluster. It decides about no entity: what an entity misses for it is said
 * in the entity's own report.
 *
 * @public
 */
export interface ClusterRule extends RuleDescription {
  readonly verdict: 'none';
  /** What is not kept, or undefined where the rule is. */
  check(options: ClusterCheck): Breach<ClusterFinding> | undefined;
}

/**
 * The cluster rule of one id: it makes findings of that id only, with messages that `Finding.ts` knows.
 *
 * @public
 */
export interface ClusterRuleOf<Id extends string> extends ClusterRule {
  readonly id: Id;
  check(
    options: ClusterCheck,
  ): Breach<Extract<ClusterFinding, { rule: Id }>> | undefined;
}

/**
 * Holds a cluster rule to its own id.
 *
 * @public
 */
export function defineClusterRule<Id extends string>(
  rule: ClusterRuleOf<Id>,
): ClusterRuleOf<Id> {
  return rule;
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
 * The entity rule of one id: it makes findings of that id only, with messages that `Finding.ts` knows.
 *
 * @public
 */
export interface EntityRuleOf<Id extends string> extends EntityRule {
  readonly id: Id;
  check(
    options: EntityCheck,
  ): EntityBreach<Extract<ClaimFinding, { rule: Id }>> | undefined;
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
    options: WorkloadCheck,
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
 * Holds an entity rule to its own id.
 *
 * @public
 */
export function defineEntityRule<Id extends string>(
  rule: EntityRuleOf<Id>,
): EntityRuleOf<Id> {
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
