import { WatchState } from '@portal-operations/plugin-label-contract-common';

/**
 * The moment as of which an answer is known: that of the cluster heard of least lately, of those that
 * are watched without a problem. Undefined where there is none. The others are told in the answer.
 */
export function asOfOf(
  clusters: readonly { readonly state: WatchState }[],
): string | undefined {
  const moments = clusters.flatMap(({ state }) =>
    state.kind === 'live' ? [state.asOf] : [],
  );
  return moments.sort()[0];
}
