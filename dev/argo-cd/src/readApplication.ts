import type { ControlPlane } from '@internal/control-plane';
import { argoCdNamespace } from './argoCdObjects';

/** What Argo CD says of an Application; a text is empty until it says something. */
export interface ApplicationState {
  /** Such as `Synced` or `OutOfSync`. */
  sync: string;
  /** The commit that `sync` is about: full hash. */
  revision: string;
  /** Such as `Healthy` or `Progressing`. */
  health: string;
  /** Whether it was asked to look at the repository and has not done so yet. */
  isRefreshing: boolean;
  /** What went wrong, such as that the repository cannot be read. */
  conditions: string;
}

const fields = [
  '.status.sync.status',
  '.status.sync.revision',
  '.status.health.status',
  '.metadata.annotations.argocd\\.argoproj\\.io/refresh',
  // The last: it may have lines of its own.
  '.status.conditions[*].message',
];

/** Reads an Application's state; throws when there is no such Application. */
export async function readApplication(
  kubectl: ControlPlane['kubectl'],
  app: string,
): Promise<ApplicationState> {
  const output = await kubectl([
    'get',
    'applications.argoproj.io',
    app,
    `--namespace=${argoCdNamespace}`,
    `--output=jsonpath=${fields.map(one => `{${one}}`).join('{"\\n"}')}`,
  ]);
  const [sync, revision, health, refresh, ...conditions] = output.split('\n');
  return {
    sync,
    revision,
    health,
    isRefreshing: refresh !== '',
    conditions: conditions.join('\n'),
  };
}
