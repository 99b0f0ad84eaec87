import { ContractVerdict, HealthVerdict } from '../report/EntityReport';
import { ActingDesk } from './EntitySummary';

/**
 * Verdicts that a fleet can be filtered by. `ignored` is an entity that opted out, which is told apart
 * from what is not applicable for other reasons.
 *
 * @public
 */
export type ContractState = ContractVerdict['verdict'] | 'ignored';

/**
 * Health that a fleet can be filtered by.
 *
 * @public
 */
export type HealthState = HealthVerdict['verdict'];

/**
 * What a fleet can be sorted by; `worst` is what needs somebody first.
 *
 * @public
 */
export type FleetSort =
  | 'worst'
  | 'name'
  | 'owner'
  | 'contract'
  | 'health'
  | 'visible';

/**
 * Which entities of the fleet, in which order. Values of one filter are alternatives; all filters have
 * to be satisfied.
 *
 * @public
 */
export interface FleetFilter {
  /** Entity refs. */
  readonly owner?: readonly string[];
  /** Entity refs. */
  readonly system?: readonly string[];
  readonly lifecycle?: readonly string[];
  readonly cluster?: readonly string[];
  readonly contract?: readonly ContractState[];
  readonly health?: readonly HealthState[];
  readonly acts?: readonly ActingDesk[];
  /** Words, all of which have to be in the name, the title or the owner, whatever their case. */
  readonly search?: string;
}

/**
 * One page of the fleet.
 *
 * @public
 */
export interface FleetQuery extends FleetFilter {
  /** `worst` where absent. */
  readonly sort?: FleetSort;
  /** `asc` where absent; of `worst` that is the worst first. */
  readonly order?: 'asc' | 'desc';
  /** Entities of one page, from 1 to {@link FLEET_LIMIT}; 50 where absent. */
  readonly limit?: number;
  /** Where the page begins, as an earlier page said. */
  readonly cursor?: string;
}

/**
 * Most entities of one page.
 *
 * @public
 */
export const FLEET_LIMIT = 500;
