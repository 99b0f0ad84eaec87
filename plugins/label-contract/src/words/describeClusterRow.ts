import {
  ClusterSummary,
  WatchState,
  isDispensableKind,
  isReadInFull,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeNumber } from './describeNumber';

/** Whether a cluster, or a part of it, cannot be read. A first read under way is no trouble yet. */
export function isReadInPart(cluster: ClusterSummary): boolean {
  return !isReadInFull(cluster);
}

/** A cluster, with what is found about it where somebody looked. */
type WatchedCluster = Pick<ClusterSummary, 'watches'> &
  Partial<Pick<ClusterSummary, 'findings'>>;

/**
 * How the kinds are watched that ought to be read. One that the cluster does not serve is none of them,
 * unless a finding says that it is missed; nor one of which nobody has to grant anything.
 */
function watchesThatCount({
  watches,
  findings = [],
}: WatchedCluster): WatchState[] {
  const missed: readonly string[] = findings.flatMap(
    ({ message }) => message.values.kinds,
  );
  return Object.entries(watches)
    .filter(
      ([kind, state]) =>
        missed.includes(kind) ||
        !(
          'problem' in state &&
          (state.problem.reason === 'not-served' || isDispensableKind(kind))
        ),
    )
    .map(([, state]) => state);
}

/** How many kinds are read, of those that ought to be. */
export function describeKindsRead(
  cluster: WatchedCluster,
  t: Translate,
): string {
  const states = watchesThatCount(cluster);
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
  cluster: WatchedCluster & Pick<ClusterSummary, 'state'>,
  now: number,
  t: Translate,
): string | undefined {
  const times = [cluster.state, ...watchesThatCount(cluster)].flatMap(
    nextTryOf,
  );
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
