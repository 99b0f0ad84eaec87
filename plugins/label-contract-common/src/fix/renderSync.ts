import { SyncFix } from './Fix';
import { commandOf } from './quoteForShell';

/**
 * The command that lets a manager bring back what is in its source; undefined where there is none: Helm
 * only has a release, which needs the chart and its values, and an operator does it by itself.
 *
 * @public
 */
export function renderSync({ manager }: SyncFix): string | undefined {
  const { tool, ref } = manager;
  switch (tool) {
    case 'argo-cd':
      // Where Applications live in any namespace, Argo CD tracks them as `<namespace>_<name>`.
      return commandOf('argocd', 'app', 'sync', ref.replace('_', '/'));
    case 'flux': {
      const [namespace, name] = ref.split('/');
      const kind = manager.fluxKind ?? 'Kustomization';
      return commandOf(
        ...['flux', 'reconcile', kind.toLowerCase(), name, '-n', namespace],
        // A HelmRelease that has not changed is left alone, drift or not.
        ...(kind === 'HelmRelease' ? ['--force'] : []),
      );
    }
    case 'helm':
    case 'olm':
    case 'operator':
      return undefined;
    default:
      return tool satisfies never;
  }
}
