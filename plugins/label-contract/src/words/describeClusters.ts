import {
  ClusterFreshness,
  EntityReport,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeClock } from './describeTime';

/** When a cluster spoke last that does not answer now; undefined where it never did, or does. */
export function describeLastWord(
  state: WatchState,
  now: number,
  t: Translate,
): string | undefined {
  return state.kind === 'stale'
    ? t('access.lastKnown', {
        time: describeClock(new Date(state.asOf), now, t),
      })
    : undefined;
}

function namesOf(clusters: readonly ClusterFreshness[]): string {
  return clusters.map(({ name }) => name).join(', ');
}

/** One line for the foot of the card: which clusters deliver, and which do not since when. */
export function describeClusters(
  report: EntityReport,
  now: number,
  t: Translate,
): string {
  const { clusters } = report;
  if (clusters.length === 0) {
    return t('clusters.none');
  }
  const live = clusters.filter(({ state }) => state.kind === 'live');
  if (
    live.length === clusters.length &&
    live.every(({ name }) => !isIncomplete(report, name))
  ) {
    return t('clusters.allLive', { count: clusters.length });
  }
  const syncing = clusters.filter(({ state }) => state.kind === 'syncing');
  const partly = live.filter(({ name }) => isIncomplete(report, name));
  const whole = live.filter(({ name }) => !isIncomplete(report, name));
  return [
    ...(whole.length > 0
      ? [t('clusters.live', { clusters: namesOf(whole) })]
      : []),
    ...(partly.length > 0
      ? [t('clusters.partly', { clusters: namesOf(partly) })]
      : []),
    ...(syncing.length > 0
      ? [t('clusters.syncing', { clusters: namesOf(syncing) })]
      : []),
    ...clusters.flatMap(cluster => describeOutage(cluster, now, t)),
  ].join(', ');
}

/** True where some kinds of a cluster could not be read, be it live or not. */
function isIncomplete({ incomplete }: EntityReport, name: string): boolean {
  return incomplete.some(({ cluster }) => cluster === name);
}

function describeOutage(
  { name, state }: ClusterFreshness,
  now: number,
  t: Translate,
): string[] {
  if (state.kind !== 'stale' && state.kind !== 'dark') {
    return [];
  }
  const values = {
    cluster: name,
    time: describeClock(new Date(state.since), now, t),
  };
  return [
    state.problem.reason === 'unreachable'
      ? t('fresh.notReached', values)
      : t('fresh.notReadable', values),
  ];
}

/**
 * Moment that a report speaks for: that of the cluster heard of least lately, among those that are live;
 * undefined where none is. The answer's own moment is the newer one, where the report itself came from
 * the browser's cache.
 */
export function asOfReport({
  body,
  asOf,
}: {
  readonly body: EntityReport;
  readonly asOf?: Date;
}): Date | undefined {
  const times = body.clusters.flatMap(({ state }) =>
    state.kind === 'live' ? [new Date(state.asOf).getTime()] : [],
  );
  return asOf ?? (times.length > 0 ? new Date(Math.min(...times)) : undefined);
}

/** Names of the clusters that do not deliver. */
export function clustersNotRead(report: EntityReport): string {
  return namesOf(
    report.clusters.filter(
      ({ state }) => state.kind === 'stale' || state.kind === 'dark',
    ),
  );
}
