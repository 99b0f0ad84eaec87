import {
  ClusterFacts,
  ClusterFinding,
  Severity,
  WATCHED_KINDS,
  WatchedKind,
  WatchProblem,
} from '@portal-operations/plugin-label-contract-common';
import { minutesAgo } from '../fleet/Fleet';

/** One way to lose a cluster, or kinds of it, and the finding about the cluster that follows. */
export interface AccessMutation {
  readonly name: string;
  readonly rule: ClusterFinding['rule'];
  readonly severity: Severity;
  readonly kinds: readonly WatchedKind[];
  readonly reason: WatchProblem['reason'];
}

/** Every way of the access rules. */
export const accessMutations: readonly AccessMutation[] = [
  {
    name: 'the cluster does not answer any more',
    rule: 'cluster-reachable',
    severity: 'error',
    kinds: WATCHED_KINDS,
    reason: 'unreachable',
  },
  {
    name: 'the token is refused',
    rule: 'credentials-accepted',
    severity: 'error',
    kinds: WATCHED_KINDS,
    reason: 'unauthorized',
  },
  {
    name: 'the portal has no account of its own',
    rule: 'background-readable',
    severity: 'error',
    kinds: WATCHED_KINDS,
    reason: 'no-background-access',
  },
  {
    name: 'Pods may not be read any more',
    rule: 'kind-readable',
    severity: 'error',
    kinds: ['Pod'],
    reason: 'forbidden',
  },
  {
    name: 'Services may not be read any more',
    rule: 'kind-readable',
    severity: 'warning',
    kinds: ['Service', 'EndpointSlice'],
    reason: 'forbidden',
  },
  {
    name: 'StatefulSets are not served any more',
    rule: 'kind-served',
    severity: 'warning',
    kinds: ['StatefulSet'],
    reason: 'not-served',
  },
];

/** A cluster that was read, and since then is no more in this way: what was known of it stays. */
export function loseAccess(
  cluster: ClusterFacts,
  { kinds, reason }: AccessMutation,
): ClusterFacts {
  const lost = {
    kind: 'stale',
    asOf: minutesAgo(30),
    since: minutesAgo(29),
    problem: { reason, message: `${cluster.name} answers no more.` },
  } as const;
  return {
    ...cluster,
    watches: {
      ...cluster.watches,
      ...Object.fromEntries(kinds.map(kind => [kind, lost])),
    },
  };
}
