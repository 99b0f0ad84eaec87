import {
  ClusterFacts,
  WATCHED_KINDS,
  WatchedKind,
  WatchProblem,
  WatchState,
  WorkloadKind,
} from '@portal-operations/plugin-label-contract-common';
import { minutesAgo } from './Fleet';

const WORKLOAD_KINDS: readonly WorkloadKind[] = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
];

/** A cluster whose watches are all in one state, but for kinds that it does not give away. */
export function makeCluster(
  name: string,
  kind: WatchState['kind'],
  refused: {
    readonly forbidden?: readonly WatchedKind[];
    readonly notServed?: readonly WatchedKind[];
  } = {},
): ClusterFacts {
  const state = stateOf(kind, {
    reason: 'unreachable',
    message: `Connection to ${name} timed out.`,
  });
  const dark = (
    reason: WatchProblem['reason'],
    kinds: readonly string[] = [],
  ) =>
    kinds.map(each => [
      each,
      stateOf('dark', { reason, message: `${each} is ${reason} on ${name}.` }),
    ]);
  return {
    name,
    watches: Object.fromEntries([
      ...WATCHED_KINDS.map(each => [each, state]),
      ...(kind === 'live' ? dark('forbidden', refused.forbidden) : []),
      ...(kind === 'live' ? dark('not-served', refused.notServed) : []),
    ]),
  };
}

function stateOf(kind: WatchState['kind'], problem: WatchProblem): WatchState {
  const states: Record<WatchState['kind'], WatchState> = {
    live: { kind: 'live', asOf: minutesAgo(0) },
    syncing: { kind: 'syncing' },
    stale: {
      kind: 'stale',
      asOf: minutesAgo(30),
      since: minutesAgo(29),
      problem,
    },
    dark: { kind: 'dark', since: minutesAgo(29), problem },
  };
  return states[kind];
}

/** Whether anything was ever listed of a kind on a cluster. */
export function isKnown(cluster: ClusterFacts, kind: WatchedKind): boolean {
  const watch = cluster.watches[kind];
  return watch !== undefined && 'asOf' in watch;
}

/** Whether what is known of a cluster is of now: all but a kind or two, which may be forbidden. */
export function isLive({ watches }: ClusterFacts): boolean {
  return watches.Pod?.kind === 'live';
}

/** Kinds of workloads that the cluster serves and the account may not read. */
export function forbiddenWorkloadKinds({
  watches,
}: ClusterFacts): readonly WorkloadKind[] {
  return WORKLOAD_KINDS.filter(kind => {
    const watch = watches[kind];
    return watch?.kind === 'dark' && watch.problem.reason === 'forbidden';
  });
}

/** A cluster that does not give away one kind any more. */
export function withoutKind(
  cluster: ClusterFacts,
  kind: WatchedKind,
): ClusterFacts {
  const refused = stateOf('dark', {
    reason: 'forbidden',
    message: `${kind} is forbidden on ${cluster.name}.`,
  });
  return { ...cluster, watches: { ...cluster.watches, [kind]: refused } };
}
