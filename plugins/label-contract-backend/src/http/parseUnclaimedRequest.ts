import {
  FLEET_LIMIT,
  UnclaimedQuery,
} from '@portal-operations/plugin-label-contract-common';
import { countOf, refuseUnknownKeys, textOf, textsOf } from './parseQuery';
import { Query } from './queryOf';

/** Keys that the unclaimed workloads take. */
export const UNCLAIMED_KEYS = [
  'cluster',
  'namespace',
  'search',
  'limit',
  'cursor',
] as const satisfies readonly (keyof UnclaimedQuery)[];

/**
 * Reads which unclaimed workloads are asked for.
 *
 * @throws InputError that names the key, what was found and what is allowed.
 */
export function parseUnclaimedRequest(query: Query): UnclaimedQuery {
  refuseUnknownKeys(query, UNCLAIMED_KEYS);
  return {
    cluster: textsOf(query, 'cluster'),
    namespace: textsOf(query, 'namespace'),
    search: textOf(query, 'search'),
    limit: countOf(query, 'limit', FLEET_LIMIT),
    cursor: textOf(query, 'cursor'),
  };
}
