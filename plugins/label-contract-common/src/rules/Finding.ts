import { WorkloadRef } from '../facts/WorkloadRef';
import { Fix } from '../fix/Fix';
import { Level } from '../match/Level';

/**
 * How bad it is.
 *
 * @public
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * How sure the engine is that the subject belongs to the entity.
 *
 * @public
 */
export type Evidence = 'exact' | 'strong' | 'weak';

/**
 * Who acts.
 *
 * @public
 */
export type Desk = 'ops' | 'team' | 'catalog' | 'nobody';

/**
 * One level whose label is not what the claim asks for.
 *
 * @public
 */
export interface WrongLevel {
  readonly level: Level;
  readonly key: string;
  /** The value that is there; undefined where the key is absent. */
  readonly is?: string;
  /** The value that the claim asks for; undefined where it asks for no certain one, as `!canary`. */
  readonly shouldBe?: string;
}

/**
 * An entity whose claim a finding is about.
 *
 * @public
 */
export interface EntitySubject {
  readonly kind: 'Entity';
  readonly entityRef: string;
  /** `metadata.name`. */
  readonly name: string;
}

/**
 * What every finding says.
 *
 * @public
 */
export interface FindingOf<
  Rule extends string,
  MessageId extends string,
  Values,
  Subject = WorkloadRef,
> {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly evidence: Evidence;
  readonly subject: Subject;
  readonly owner: Desk;
  readonly levels: readonly WrongLevel[];
  readonly message: { readonly id: MessageId; readonly values: Values };
  /** Ordered: the first is the one to take. */
  readonly fixes: readonly Fix[];
}

/**
 * Values of the messages of label rules.
 *
 * @public
 */
export interface LabelMessageValues {
  readonly workload: string;
  readonly key: string;
  readonly is?: string;
  readonly shouldBe?: string;
  /** Running pods of the workload that the tab does not draw. */
  readonly hiddenPods: number;
}

/**
 * Values of the messages of `container-keeps-running`.
 *
 * @public
 */
export interface CrashMessageValues {
  readonly workload: string;
  readonly container: string;
  readonly restarts: number;
  readonly exitCode?: number;
  readonly reason?: string;
}

/**
 * Values of the messages of `rollout-finishes`.
 *
 * @public
 */
export interface RolloutMessageValues {
  readonly workload: string;
  /** Pods of the newest revision that are ready, of those that are wanted. */
  readonly ready: number;
  readonly of: number;
}

/**
 * Values of the messages of claim rules.
 *
 * @public
 */
export interface ClaimMessageValues {
  /** The annotation that is wrong. */
  readonly key: string;
  /** Its value. */
  readonly value: string;
  /** Why it is refused, one sentence; empty where the message says it all. */
  readonly problem: string;
}

/**
 * A finding about the claim that an entity makes.
 *
 * @public
 */
export type ClaimFinding =
  | FindingOf<
      'claim-value-valid',
      'refused' | 'several' | 'not-an-id' | 'blanks-around',
      ClaimMessageValues,
      EntitySubject
    >
  | FindingOf<
      'claim-selector-valid',
      'refused',
      ClaimMessageValues,
      EntitySubject
    >
  | FindingOf<
      'claim-selector-narrow',
      'matches-everything' | 'names-no-value',
      ClaimMessageValues,
      EntitySubject
    >
  | FindingOf<
      'claim-not-shadowed',
      'hides-workloads' | 'is-ignored',
      ClaimMessageValues & { readonly workloads: number },
      EntitySubject
    >;

/**
 * A finding about one workload.
 *
 * @public
 */
export type WorkloadFinding =
  | FindingOf<
      'label-matches-claim',
      'value-is-workload-name' | 'value-differs',
      LabelMessageValues
    >
  | FindingOf<'label-on-pod-template', 'missing', LabelMessageValues>
  | FindingOf<'label-on-object', 'missing', LabelMessageValues>
  | FindingOf<'container-keeps-running', 'keeps-crashing', CrashMessageValues>
  | FindingOf<'rollout-finishes', 'deadline-exceeded', RolloutMessageValues>;

/**
 * One rule that is not kept, with its cause, its owner and its fixes.
 *
 * @public
 */
export type Finding = ClaimFinding | WorkloadFinding;

/**
 * Ids of all rules that can make a finding.
 *
 * @public
 */
export type RuleId = Finding['rule'];
