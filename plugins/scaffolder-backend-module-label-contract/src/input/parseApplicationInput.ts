import type { ApplicationSpec } from '../manifests/applicationManifest';
import { refuseField, requireDnsLabel } from './apiServerRules';
import { optionalText } from './optionalText';
import { parseArgoCdNamespace } from './parseArgoCdNamespace';
import { GitPlaceInput, parseGitPlace } from './parseGitPlace';
import { parseWaitSeconds } from './parseWaitSeconds';

/** Input of `label-contract:argocd:application`, as a template gives it. */
export interface ApplicationInput extends GitPlaceInput {
  namespace: string;
  name?: string;
  argocdNamespace?: string;
  project?: string;
  revision?: string;
  prune?: boolean;
  selfHeal?: boolean;
  waitSeconds?: number;
}

/** What the input asks for. */
export interface ApplicationRequest {
  spec: ApplicationSpec;
  revision?: string;
  waitSeconds: number;
}

const REVISION = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/**
 * Checks the input and fills in the defaults.
 *
 * @param repoUrl - a repository that the portal may use.
 * @throws InputError that names the field, what was found and what is allowed.
 */
export function parseApplicationInput(
  input: ApplicationInput,
  repoUrl: string,
): ApplicationRequest {
  const { service, team, branch, path } = parseGitPlace(input);
  const revision = optionalText(input.revision);
  if (revision && !REVISION.test(revision)) {
    throw refuseField(
      { field: 'revision', value: revision },
      'the full hash of a commit',
    );
  }
  return {
    revision,
    waitSeconds: parseWaitSeconds(input.waitSeconds),
    spec: {
      name: requireDnsLabel({
        field: 'name',
        value: optionalText(input.name) ?? service.toLowerCase(),
      }),
      argoCdNamespace: parseArgoCdNamespace(input.argocdNamespace),
      project: requireDnsLabel({
        field: 'project',
        value: optionalText(input.project) ?? 'default',
      }),
      namespace: requireDnsLabel({
        field: 'namespace',
        value: input.namespace,
      }),
      repoUrl,
      branch,
      path: path || '.',
      service,
      team,
      prune: input.prune ?? true,
      selfHeal: input.selfHeal ?? true,
    },
  };
}
