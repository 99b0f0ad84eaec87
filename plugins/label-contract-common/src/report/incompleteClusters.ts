import { CORE_KINDS } from '../facts/coreKinds';
import { ClusterFacts, WatchedKind, WatchState } from '../facts/Facts';
import { watchThatCounts } from './clusterFreshness';
import { IncompleteCluster } from './EntityReport';
import { kindsToMention, WhatIsThere } from './kindsThatMatter';

type Broken = Extract<WatchState, { problem: object }>;

/**
 * What of the clusters can't be read of workloads and their pods, with the reason. What still syncs is
 * not broken; what stands beside workloads is no gap in a verdict, and its rules say for themselves
 * that they were not checked.
 */
export function incompleteClusters(
  clusters: readonly ClusterFacts[],
  found: WhatIsThere,
): IncompleteCluster[] {
  return clusters.flatMap(cluster => [
    ...gapsOf(cluster, kindsToMention(found)),
    ...limitsOf(cluster),
  ]);
}

function gapsOf(
  cluster: ClusterFacts,
  kinds: readonly WatchedKind[],
): IncompleteCluster[] {
  const broken = kinds.flatMap(kind => {
    const state = watchThatCounts(cluster, kind);
    return state && 'problem' in state ? [{ kind, state }] : [];
  });
  const reasons = [...new Set(broken.map(({ state }) => state.problem.reason))];
  return reasons.map(reason => {
    const alike = broken.filter(({ state }) => state.problem.reason === reason);
    const [first] = alike
      .map(({ state }) => state)
      .sort((a, b) => a.since.localeCompare(b.since, 'en'));
    return {
      cluster: cluster.name,
      reason: first.problem.message,
      since: first.since,
      ...kindsOf(cluster, alike),
    };
  });
}

/** The kinds that are missing; none are named where it is the whole cluster. */
function kindsOf(
  cluster: ClusterFacts,
  broken: readonly { readonly kind: WatchedKind; readonly state: Broken }[],
): Pick<IncompleteCluster, 'kinds'> {
  const kinds = broken.map(({ kind }) => kind);
  const isWhole = CORE_KINDS.every(
    kind => kinds.includes(kind) || !watchThatCounts(cluster, kind),
  );
  return isWhole ? {} : { kinds };
}

function limitsOf({ name, namespaces }: ClusterFacts): IncompleteCluster[] {
  return namespaces
    ? [
        {
          cluster: name,
          reason: `Only these namespaces are read there: ${namespaces.join(
            ', ',
          )}.`,
        },
      ]
    : [];
}
