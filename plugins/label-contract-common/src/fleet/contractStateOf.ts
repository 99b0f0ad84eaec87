import { EntitySummary } from './EntitySummary';
import { ContractState, HealthState } from './FleetQuery';

/**
 * The verdict on the contract as a fleet counts it: what was opted out is told apart from what is not
 * applicable for other reasons.
 *
 * @public
 */
export function contractStateOf({
  contract,
}: Pick<EntitySummary, 'contract'>): ContractState {
  return contract.verdict === 'not-applicable' &&
    contract.reason === 'opted-out'
    ? 'ignored'
    : contract.verdict;
}

/**
 * The health as a fleet counts it; undefined where it is not checked, as the entity opted out.
 *
 * @public
 */
export function healthStateOf(
  summary: Pick<EntitySummary, 'contract' | 'health'>,
): HealthState | undefined {
  return contractStateOf(summary) === 'ignored'
    ? undefined
    : summary.health.verdict;
}
