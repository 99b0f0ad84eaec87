import { WorkloadRef } from '../../facts/WorkloadRef';
import { Fix } from '../../fix/Fix';
import { Level } from '../../match/Level';

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
