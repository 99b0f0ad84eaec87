import { contractStateOf, healthStateOf } from './contractStateOf';
import { EntitySummary } from './EntitySummary';
import { filterFleet } from './filterFleet';
import { FleetFilter } from './FleetQuery';
import { FleetTotals } from './FleetReport';

/**
 * Counts a fleet: each group counts what all filters but its own leave.
 *
 * @public
 */
export function totalsOfFleet(
  summaries: readonly EntitySummary[],
  filter: FleetFilter,
): FleetTotals {
  const contract = {
    violated: 0,
    unknown: 0,
    met: 0,
    'not-applicable': 0,
    ignored: 0,
  };
  for (const summary of filterFleet(summaries, filter, 'contract')) {
    contract[contractStateOf(summary)] += 1;
  }
  const health = {
    failing: 0,
    progressing: 0,
    unknown: 0,
    healthy: 0,
    'nothing-running': 0,
    'not-applicable': 0,
  };
  for (const summary of filterFleet(summaries, filter, 'health')) {
    const state = healthStateOf(summary);
    if (state !== undefined) {
      health[state] += 1;
    }
  }
  const acts = { ops: 0, team: 0, catalog: 0 };
  for (const { desks } of filterFleet(summaries, filter, 'acts')) {
    desks.forEach(desk => {
      acts[desk] += 1;
    });
  }
  return { contract, health, acts };
}
