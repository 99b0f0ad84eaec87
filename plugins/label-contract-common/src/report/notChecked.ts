import { ClusterFacts, WatchedKind } from '../facts/Facts';
import { allRules } from '../rules/allRules';
import { NotCheckedReason } from '../rules/NotCheckedReason';
import { RuleDescription, RuleNeed, WorkloadCheck } from '../rules/Rule';
import { clusterFreshness } from './clusterFreshness';
import { NotChecked } from './EntityReport';

/** Every API server has these: not to know them is a gap, where others may just not exist. */
const BUILT_IN: readonly WatchedKind[] = [
  'Service',
  'EndpointSlice',
  'Ingress',
  'HorizontalPodAutoscaler',
  'Namespace',
  'Node',
  'ControllerRevision',
] satisfies readonly RuleNeed[];

/** Rules whose silence says nothing, because facts are missing that they need; in the order of rules. */
export function notChecked(options: {
  /** Those that the claim reaches. */
  clusters: readonly ClusterFacts[];
  /** What the claim finds. */
  matched: readonly WorkloadCheck[];
  hasHistory: boolean;
}): NotChecked[] {
  const { clusters, matched, hasHistory } = options;
  const clustersOf = new Set(
    matched.map(({ workload }) => workload.facts.cluster),
  );
  // A cluster that can't be read at all is incomplete: that says more than a list of rules.
  const readable = clusters.filter(
    cluster =>
      clusterFreshness(cluster).state.kind === 'live' &&
      (clustersOf.size === 0 || clustersOf.has(cluster.name)),
  );
  return allRules.flatMap(rule => {
    const unread = unreadKinds(rule, readable);
    return [
      ...unread,
      ...(rule.needs?.includes('history') && !hasHistory
        ? [because(rule, { id: 'nothing-remembered', values: {} })]
        : []),
      ...matched.flatMap(check => {
        const why =
          'whyNotChecked' in rule ? rule.whyNotChecked?.(check) : undefined;
        const isSaid = why?.id === 'kinds-not-read' && unread.length > 0;
        return why && !isSaid ? [because(rule, why)] : [];
      }),
    ];
  });
}

function unreadKinds(
  rule: RuleDescription,
  clusters: readonly ClusterFacts[],
): NotChecked[] {
  const unread = (rule.needs ?? []).flatMap(need =>
    need === 'history'
      ? []
      : clusters
          .filter(cluster => isUnread(cluster, need))
          .map(({ name }) => ({ kind: need, cluster: name })),
  );
  return unread.length === 0
    ? []
    : [
        because(rule, {
          id: 'kinds-not-read',
          values: {
            kinds: [...new Set(unread.map(({ kind }) => kind))],
            clusters: [...new Set(unread.map(({ cluster }) => cluster))],
          },
        }),
      ];
}

/** A kind that is not served cannot exist there, so nothing of it goes unchecked. */
function isUnread({ watches }: ClusterFacts, kind: WatchedKind): boolean {
  const state = watches[kind];
  if (!state) {
    return BUILT_IN.includes(kind);
  }
  return (
    state.kind !== 'live' &&
    !('problem' in state && state.problem.reason === 'not-served')
  );
}

function because({ id }: RuleDescription, why: NotCheckedReason): NotChecked {
  return { rule: id, why };
}
