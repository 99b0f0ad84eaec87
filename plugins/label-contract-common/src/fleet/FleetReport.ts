import { ActingDesk, EntitySummary } from './EntitySummary';
import { ContractState, HealthState } from './FleetQuery';

/**
 * How many entities there are of each sort. Each group counts what all filters but its own leave, so
 * that a number says what a click on it would show.
 *
 * @public
 */
export interface FleetTotals {
  readonly contract: Readonly<Record<ContractState, number>>;
  /** Without those that opted out: their health is not checked. */
  readonly health: Readonly<Record<HealthState, number>>;
  readonly acts: Readonly<Record<ActingDesk, number>>;
}

/**
 * What can be filtered by: every value that an entity of the fleet has, sorted.
 *
 * @public
 */
export interface FleetFacets {
  /** Entity refs. */
  readonly owner: readonly string[];
  /** Entity refs. */
  readonly system: readonly string[];
  readonly lifecycle: readonly string[];
  readonly cluster: readonly string[];
}

/**
 * One page of the fleet: of the entities that make a claim, or ought to, those that the reader may see.
 *
 * @public
 */
export interface FleetReport {
  readonly items: readonly EntitySummary[];
  /** Entities that satisfy the filters, on all pages. */
  readonly totalItems: number;
  /** Entities without any filter. */
  readonly unfilteredItems: number;
  readonly totals: FleetTotals;
  readonly facets: FleetFacets;
  /** Position of the first item among all, from 0. */
  readonly offset: number;
  /** Where the next page begins; undefined on the last one. */
  readonly nextCursor?: string;
  /** Where the page before begins; undefined on the first one. */
  readonly previousCursor?: string;
  /** Clusters that cannot be read in full, by name. */
  readonly incomplete: readonly string[];
}
