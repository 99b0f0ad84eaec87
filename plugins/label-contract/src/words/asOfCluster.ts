import { WatchState } from '@portal-operations/plugin-label-contract-common';

/**
 * When a cluster spoke last; undefined where it never did.
 *
 * @param answeredFor - moment that the answer speaks for. An answer that still holds keeps the body that
 *   was sent once, and with it the moments therein; of a cluster that is watched without a problem the
 *   answer knows better.
 */
export function asOfCluster(
  { state }: { readonly state: WatchState },
  answeredFor?: Date,
): Date | undefined {
  if (!('asOf' in state)) {
    return undefined;
  }
  const told = new Date(state.asOf);
  return state.kind === 'live' && answeredFor && answeredFor > told
    ? answeredFor
    : told;
}
