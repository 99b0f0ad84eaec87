import {
  ClusterSummary,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeNumber } from './describeNumber';

/** Whether a cluster, or a part of it, cannot be read. A first read under way is no trouble yet. */
export function isReadInPart({ state, watches }: ClusterSummary): boolean {
  return [state, ...Object.values(watches)].some(
    ({ kind }) => kind === 'stale' || kind === 'dark',
  );
}

/** When the cluster spoke last; undefined where it never did. */
export function asOfCluster({ state }: ClusterSummary): Date | undefined {
  return 'asOf' in state ? new Date(state.asOf) : undefined;
}

/** How many kinds are read, of those that ought to be. */
export function describeKindsRead(
  { watches }: Pick<ClusterSummary, 'watches'>,
  t: Translate,
): string {
  const states = Object.values(watches);
  return t('clusterRow.kindsOf', {
    read: states.filter(({ kind }) => kind === 'live').length,
    of: states.length,
  });
}

/** How many workloads there are. What was never read is not zero. */
export function describeWorkloadsOf(
  { state, workloads }: Pick<ClusterSummary, 'state' | 'workloads'>,
  t: Translate,
): string {
  switch (state.kind) {
    case 'live':
      return describeNumber(workloads, t);
    case 'syncing':
      return t('clusterRow.soFar', { workloads });
    case 'stale':
      return t('clusterRow.lastSeen', { workloads });
    case 'dark':
      return t('clusterRow.unknown');
    default:
      return state satisfies never;
  }
}

/** When a cluster is asked again; undefined where it is not. */
export function describeNextTry(
  { state, watches }: Pick<ClusterSummary, 'state' | 'watches'>,
  now: number,
  t: Translate,
): string | undefined {
  const times = [state, ...Object.values(watches)].flatMap(nextTryOf);
  if (times.length === 0) {
    return undefined;
  }
  const seconds = Math.ceil((Math.min(...times) - now) / 1_000);
  return seconds > 0
    ? t('clusterRow.nextTry', { seconds: String(seconds) })
    : t('clusterRow.tryingNow');
}

function nextTryOf(state: WatchState): number[] {
  if (state.kind !== 'stale' && state.kind !== 'dark') {
    return [];
  }
  const { nextTryAt } = state.problem;
  return nextTryAt === undefined ? [] : [new Date(nextTryAt).getTime()];
}
