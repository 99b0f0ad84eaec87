import { isCoreKind } from '../facts/coreKinds';
import { ClusterFacts, WatchedKind, WatchProblem } from '../facts/Facts';
import { isDispensableKind } from '../facts/isDispensableKind';
import { isUserProvider } from '../gates/userProviders';
import { WATCHED_KINDS } from '../gates/watchedApis';
import { AccessMessageValues, ClusterSubject, Severity } from './Finding';
import { ClusterCheck } from './Rule';

/** Kinds of a cluster that have the same problem. */
export interface AccessProblem {
  readonly kinds: readonly WatchedKind[];
  readonly words: string;
  readonly since: string;
}

/**
 * Kinds whose watch has a problem, with the words of the one that began first; undefined where none has that
 * anybody would miss.
 */
export function problemOf(
  { watches }: ClusterFacts,
  reason: WatchProblem['reason'],
): AccessProblem | undefined {
  const broken = WATCHED_KINDS.flatMap(kind => {
    const state = watches[kind];
    return state &&
      'problem' in state &&
      state.problem.reason === reason &&
      !isDispensableKind(kind)
      ? [{ kind, state }]
      : [];
  });
  const [first] = broken
    .map(({ state }) => state)
    .sort((a, b) => a.since.localeCompare(b.since, 'en'));
  return (
    first && {
      kinds: broken.map(({ kind }) => kind),
      words: first.problem.message,
      since: first.since,
    }
  );
}

/** Whether a kind is missing that always matters; then the whole cluster says nothing certain. */
export function isCoreMissing(kinds: readonly WatchedKind[]): boolean {
  return kinds.some(isCoreKind);
}

/** What all findings about the way to a cluster share. */
export function accessFinding(
  check: ClusterCheck,
  problem: AccessProblem,
): {
  readonly subject: ClusterSubject;
  readonly levels: readonly [];
  readonly severity: Severity;
  readonly values: AccessMessageValues;
} {
  const { cluster, settings } = check;
  const { name } = cluster;
  const authProvider =
    settings.clusters.find(each => each.name === name)?.authProvider ??
    cluster.tab?.authProvider;
  const isOwn = cluster.account === 'own' || isUserProvider(authProvider);
  return {
    subject: { kind: 'Cluster', name },
    levels: [],
    severity: isCoreMissing(problem.kinds) ? 'error' : 'warning',
    values: {
      cluster: name,
      ...problem,
      seenBy: isOwn ? 'own-account' : 'account-of-tab',
      authProvider,
    },
  };
}
