import {
  EntitySummary,
  FleetTotals,
  Finding,
  UnclaimedWorkload,
} from '@portal-operations/plugin-label-contract-common';

/** How many findings there are of one sort. */
export type CountOfFindings = Pick<Finding, 'rule' | 'severity' | 'owner'> & {
  readonly count: number;
};

/** All entities and workloads that a fleet tells of, before anybody asks who may see them. */
export interface FleetSnapshot {
  /** Entities that make a claim, or ought to; in no order. */
  readonly summaries: readonly EntitySummary[];
  /** In the order in which they are shown. */
  readonly unclaimed: readonly UnclaimedWorkload[];
  readonly contract: FleetTotals['contract'];
  readonly health: FleetTotals['health'];
  /** Each sort once. */
  readonly findings: readonly CountOfFindings[];
  readonly takenAt: Date;
}
