import {
  ContractVerdict,
  EntityReport,
  HealthVerdict,
} from '../report/EntityReport';
import { Desk, Finding } from '../rules/Finding';

/**
 * Who has to act: the desks of the fleet page.
 *
 * @public
 */
export type ActingDesk = Exclude<Desk, 'nobody'>;

/**
 * One entity in a row: what its report says, as far as a fleet needs it. It names no other entity, and
 * holds no log line.
 *
 * @public
 */
export interface EntitySummary {
  readonly entityRef: string;
  /** `metadata.title`, where it has one. */
  readonly title?: string;
  /** Owner as the catalog has it, an entity ref. */
  readonly owner?: string;
  /** System as the catalog has it, an entity ref. */
  readonly system?: string;
  /** `spec.lifecycle`. */
  readonly lifecycle?: string;
  /**
   * Clusters on which it has workloads, near misses included, sorted; where a verdict is unknown, also
   * those that could not be read.
   */
  readonly clusters: readonly string[];
  readonly contract: ContractVerdict;
  readonly health: HealthVerdict;
  readonly visible: EntityReport['visible'];
  readonly pods: EntityReport['pods'];
  /** The most important finding of severity `error` or `warning`; undefined where nobody has to act. */
  readonly finding?: Finding;
  /** Findings of severity `error` and `warning`, by who acts; with the first one. */
  readonly findings: Readonly<Record<ActingDesk, number>>;
  /**
   * Desks that have to act: where an error waits, or (ops) a cluster that cannot be read leaves a verdict
   * unknown.
   */
  readonly desks: readonly ActingDesk[];
  /** Clusters that its claim reaches and that could not be read in full. */
  readonly incomplete: EntityReport['incomplete'];
}
