import { ClusterFacts } from '../facts/Facts';
import { GrantReadFix } from '../fix/Fix';
import { WATCHED_APIS } from '../gates/watchedApis';
import { accessFinding, AccessProblem, problemOf } from './accessFinding';
import { ClusterCheck, defineClusterRule } from './Rule';

/**
 * The account may list and watch every kind that is watched (403); and where the tab has another account,
 * that one may list what the tab asks for.
 *
 * @public
 */
export const kindReadable = defineClusterRule({
  id: 'kind-readable',
  description: 'The account may read every kind that is watched.',
  verdict: 'none',
  severities: ['error', 'warning'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: ['grant-read'],
  check(options) {
    const problem = problemOf(options.cluster, 'forbidden');
    if (!problem) {
      return checkTab(options);
    }
    const { values, ...finding } = accessFinding(options, problem);
    return {
      rule: 'kind-readable',
      ...finding,
      message: { id: 'forbidden', values },
      fixes: grantsOf(problem, options.cluster),
    };
  },
});

/** What the portal reads with its own account, and the tab may not show: the service looks broken there. */
function checkTab(options: ClusterCheck) {
  const { tab } = options.cluster;
  if (!tab || tab.mayNotRead.length === 0) {
    return undefined;
  }
  const kinds = tab.mayNotRead;
  const plurals = kinds.map(kind => WATCHED_APIS[kind].plural).join(', ');
  const problem = {
    kinds,
    words: `SelfSubjectAccessReview: it is not allowed to list ${plurals}.`,
    since: tab.checkedAt,
  };
  const { values, ...finding } = accessFinding(options, problem);
  return {
    rule: 'kind-readable',
    ...finding,
    message: {
      id: 'forbidden-to-tab',
      values: { ...values, seenBy: 'account-of-tab' },
    },
    // The tab asks for all namespaces at once.
    fixes: grantsOf(problem, { ...options.cluster, namespaces: undefined }),
  } as const;
}

/**
 * What is missing and nothing more. A rule grants all its resources in all its API groups, so each group
 * has a rule of its own; where only some namespaces are read, each of them has. The API server names the
 * account in its refusal.
 */
function grantsOf(
  { kinds, words }: AccessProblem,
  cluster: ClusterFacts,
): GrantReadFix[] {
  const apis = kinds.map(kind => WATCHED_APIS[kind]);
  const account = /\bUser "([^"]+)" cannot\b/.exec(words)?.[1];
  const groups = [...new Set(apis.map(({ group }) => group))];
  const grant = (some: typeof apis, namespace?: string): GrantReadFix[] =>
    groups
      .map(group => some.filter(api => api.group === group))
      .filter(alike => alike.length > 0)
      .map(alike => ({
        kind: 'grant-read',
        cluster: cluster.name,
        apiGroups: [alike[0].group],
        resources: alike.map(({ plural }) => plural),
        verbs: ['get', 'list', 'watch'],
        ...(namespace !== undefined && { namespace }),
        ...(account !== undefined && { account }),
      }));

  return cluster.namespaces
    ? [
        ...cluster.namespaces.flatMap(namespace =>
          grant(
            apis.filter(({ isClusterWide }) => !isClusterWide),
            namespace,
          ),
        ),
        ...grant(apis.filter(({ isClusterWide }) => isClusterWide)),
      ]
    : grant(apis);
}
