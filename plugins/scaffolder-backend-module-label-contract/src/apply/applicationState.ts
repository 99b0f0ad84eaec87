import type { ArgoCdApplication } from '../manifests/applicationManifest';
import type { WaitedState } from './waitForState';

/** Annotation that has Argo CD look at the repository now. It takes it away when it did. */
export const REFRESH = 'argocd.argoproj.io/refresh';

/** How far an Application is. */
export interface ApplicationState extends WaitedState {
  /** Such as `OutOfSync, Missing`; of a refusal, Argo CD's own message. */
  words: string;
  /** Commit that Argo CD compared with last: full hash, or empty. */
  revision: string;
}

/**
 * Ready means that the cluster is as a commit says and all is well. Right after a push an Application still
 * is `Synced` with the commit before, so that one does not count; a later one than asked for does, as
 * others push to the same branch.
 *
 * @param options.revision - commit that has to be there; undefined for whatever the branch holds.
 * @param options.before - commit that was there before the push; undefined for a new Application.
 */
export function applicationState(
  { metadata, status = {} }: ArgoCdApplication,
  options: { revision?: string; before?: string },
): ApplicationState {
  const { sync, health, operationState, conditions = [] } = status;
  const revision = sync?.revision ?? '';
  const said = [sync?.status, health?.status, health?.message]
    .filter(Boolean)
    .join(', ');
  if (metadata?.annotations?.[REFRESH]) {
    return { kind: 'waiting', words: 'Argo CD reads the repository', revision };
  }

  const errors = conditions
    .filter(({ type }) => type.endsWith('Error'))
    .map(({ message }) => message);
  const hasFailed =
    ['Failed', 'Error'].includes(operationState?.phase ?? '') &&
    operationState?.syncResult?.revision === revision &&
    sync?.status !== 'Synced';
  if (hasFailed && operationState?.message) {
    errors.push(operationState.message);
  }
  if (errors.length > 0) {
    const words = [...new Set(errors)].join('; ');
    return { kind: 'refused', words, revision };
  }

  const isCurrent =
    revision !== '' &&
    (options.revision === undefined ||
      revision === options.revision ||
      revision !== options.before);
  if (!isCurrent) {
    const words = said || 'Argo CD has not looked yet';
    return { kind: 'waiting', words, revision };
  }
  const isReady =
    sync?.status === 'Synced' &&
    health?.status === 'Healthy' &&
    operationState?.phase !== 'Running';
  return { kind: isReady ? 'ready' : 'waiting', words: said, revision };
}
