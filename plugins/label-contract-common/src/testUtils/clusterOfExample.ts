import { ClusterFacts, WatchedKind, WatchProblem } from '../facts/Facts';
import { isUserProvider } from '../gates/userProviders';
import { WATCHED_APIS, WATCHED_KINDS } from '../gates/watchedApis';
import { settingsOfExample } from './settingsOfExample';
import { aCluster } from './someFacts';
import { listAt, valueAt } from './valueAt';

/** What a cluster serves only where somebody installed it. */
const INSTALLED: readonly WatchedKind[] = [
  'Rollout',
  'DeploymentConfig',
  'Route',
];

/** A plain cluster, as an example says that it is configured, answers, or grants. */
export function clusterOfExample(example: unknown): ClusterFacts {
  const problem = problemOf(example);
  const watches = WATCHED_KINDS.flatMap(kind => {
    const reason =
      problem ??
      (isForbidden(kind, example) ? 'forbidden' : undefined) ??
      (INSTALLED.includes(kind) ? 'not-served' : undefined);
    return reason ? [[kind, dark(reason)] as const] : [];
  });
  return aCluster('prod-east', undefined, Object.fromEntries(watches));
}

function dark(
  reason: WatchProblem['reason'],
): NonNullable<ClusterFacts['watches']['Pod']> {
  const problem = { reason, message: 'It does not work.' };
  return { kind: 'dark', since: '2026-01-01T09:00:00Z', problem };
}

/** What is wrong for all kinds alike. */
function problemOf(example: unknown): WatchProblem['reason'] | undefined {
  if (valueAt(example, 'error') !== undefined) {
    return 'unreachable';
  }
  if (valueAt(example, 'code') === 401) {
    return 'unauthorized';
  }
  const { clusters } = settingsOfExample(example);
  const ownAccounts = valueAt(example, 'labelContract', 'clusters') ?? [];
  return clusters.some(({ authProvider }) => isUserProvider(authProvider)) &&
    Array.isArray(ownAccounts) &&
    ownAccounts.length === 0
    ? 'no-background-access'
    : undefined;
}

/** Whether an example is a role, and does not grant to read a kind. */
function isForbidden(kind: WatchedKind, example: unknown): boolean {
  if (valueAt(example, 'kind') !== 'ClusterRole') {
    return false;
  }
  const { group, plural } = WATCHED_APIS[kind];
  const rules = valueAt(example, 'rules');
  return !(Array.isArray(rules) ? rules : []).some(
    rule =>
      listAt(rule, 'apiGroups')?.includes(group) &&
      listAt(rule, 'resources')?.includes(plural) &&
      ['get', 'list', 'watch'].every(verb =>
        listAt(rule, 'verbs')?.includes(verb),
      ),
  );
}
