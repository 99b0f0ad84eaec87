import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  ActingDesk,
  ContractState,
  FLEET_LIMIT,
  FleetQuery,
  FleetSort,
  HealthState,
} from '@portal-operations/plugin-label-contract-common';
import {
  choiceOf,
  choicesOf,
  countOf,
  quoted,
  refuseUnknownKeys,
  textOf,
  textsOf,
} from './parseQuery';
import { Query } from './queryOf';

/** Every verdict that a fleet can be filtered by. */
export const CONTRACT_STATES = [
  'met',
  'violated',
  'not-applicable',
  'unknown',
  'ignored',
] as const satisfies readonly ContractState[];

/** Every health that a fleet can be filtered by. */
export const HEALTH_STATES = [
  'healthy',
  'progressing',
  'failing',
  'nothing-running',
  'not-applicable',
  'unknown',
] as const satisfies readonly HealthState[];

/** Every desk that a fleet can be filtered by. */
export const ACTING_DESKS = [
  'ops',
  'team',
  'catalog',
] as const satisfies readonly ActingDesk[];

/** Everything that a fleet can be sorted by. */
export const FLEET_SORTS = [
  'worst',
  'name',
  'owner',
  'contract',
  'health',
  'visible',
] as const satisfies readonly FleetSort[];

/** Both directions. */
export const ORDERS = ['asc', 'desc'] as const;

/** Keys that the fleet takes. */
export const FLEET_KEYS = [
  'owner',
  'system',
  'lifecycle',
  'cluster',
  'contract',
  'health',
  'acts',
  'search',
  'sort',
  'order',
  'limit',
  'cursor',
] as const satisfies readonly (keyof FleetQuery)[];

/**
 * Reads which entities of the fleet are asked for. Entity refs come out as the catalog writes them.
 *
 * @throws InputError that names the key, what was found and what is allowed.
 */
export function parseFleetRequest(query: Query): FleetQuery {
  refuseUnknownKeys(query, FLEET_KEYS);
  return {
    owner: refsOf(query, 'owner'),
    system: refsOf(query, 'system'),
    lifecycle: textsOf(query, 'lifecycle'),
    cluster: textsOf(query, 'cluster'),
    contract: choicesOf(query, 'contract', CONTRACT_STATES),
    health: choicesOf(query, 'health', HEALTH_STATES),
    acts: choicesOf(query, 'acts', ACTING_DESKS),
    search: textOf(query, 'search'),
    sort: choiceOf(query, 'sort', FLEET_SORTS),
    order: choiceOf(query, 'order', ORDERS),
    limit: countOf(query, 'limit', FLEET_LIMIT),
    cursor: textOf(query, 'cursor'),
  };
}

function refsOf(query: Query, key: string): readonly string[] | undefined {
  return textsOf(query, key)?.map(text => {
    try {
      return stringifyEntityRef(parseEntityRef(text));
    } catch {
      throw new InputError(
        `Query parameter '${key}' is ${quoted(
          text,
        )}; allowed are entity refs such as ${
          key === 'owner' ? 'group' : key
        }:default/payments`,
      );
    }
  });
}
