import { WorkloadRef } from '../facts/WorkloadRef';
import { Fix } from '../fix/Fix';
import { Level } from '../report/Level';

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
  /** The value that is there; undefined where the key is absent. */
  readonly is?: string;
  readonly shouldBe: string;
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
> {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly evidence: Evidence;
  readonly subject: WorkloadRef;
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
  readonly shouldBe: string;
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
 * One rule that is not kept, with its cause, its owner and its fixes.
 *
 * @public
 */
export type Finding =
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
 * Ids of all rules that can make a finding.
 *
 * @public
 */
export type RuleId = Finding['rule'];
