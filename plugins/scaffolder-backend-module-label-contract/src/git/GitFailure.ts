import {
  AuthenticationError,
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** What Git's answer means; the words are those of isomorphic-git, which the scaffolder's helpers wrap. */
export type GitFailure =
  | 'credentials-refused'
  | 'forbidden'
  | 'repository-missing'
  | 'branch-missing'
  /** Somebody else pushed since the clone. */
  | 'overtaken'
  | 'refused'
  | 'other';

const SIGNS: readonly (readonly [GitFailure, RegExp])[] = [
  ['credentials-refused', /HTTP Error: 401/],
  ['forbidden', /HTTP Error: 403/],
  ['repository-missing', /HTTP Error: 404/],
  ['branch-missing', /Could not find /],
  [
    'overtaken',
    /not a simple fast-forward|non-fast-forward|fetch first|cannot lock ref|failed to (update|lock)/i,
  ],
  ['refused', /branches were not updated/],
];

/** Tells from an error's message what happened. */
export function gitFailureOf(message: string): GitFailure {
  return SIGNS.find(([, sign]) => sign.test(message))?.[0] ?? 'other';
}

/** The error that the person who started the task reads: one sentence, its cure, and no secret. */
export function errorOfGit(
  message: string,
  { repoUrl, branch }: { repoUrl: string; branch: string },
): Error {
  const { host } = new URL(repoUrl);
  const nothing = 'Nothing was pushed by this step.';
  switch (gitFailureOf(message)) {
    case 'credentials-refused':
      return new AuthenticationError(
        `repoUrl: ${host} does not accept the portal's credentials for ${repoUrl} (401). Ask the platform team to check 'integrations' in the portal's configuration. ${nothing}`,
      );
    case 'forbidden':
      return new NotAllowedError(
        `repoUrl: ${host} does not let the portal write to ${repoUrl} (403). Ask the platform team to give its account that right. ${nothing}`,
      );
    case 'repository-missing':
      return new NotFoundError(
        `repoUrl: ${host} has no repository ${repoUrl}, or does not show it to the portal (404). Create it first, or correct the address. ${nothing}`,
      );
    case 'branch-missing':
      return new NotFoundError(
        `branch: ${repoUrl} has no branch ${branch}. Create it first, or choose another one. ${nothing}`,
      );
    case 'overtaken':
      return new ConflictError(
        `branch: others pushed to ${branch} of ${repoUrl} at the same time, every time that this step tried. Start over. ${nothing}`,
      );
    case 'refused':
      return new NotAllowedError(
        `branch: ${repoUrl} refused the commit on ${branch}: ${reasonOf(
          message,
        )}. The branch may be protected: choose another one, or ask its owners. ${nothing}`,
      );
    default:
      return new ServiceUnavailableError(
        `repoUrl: ${host} did not answer as a Git server does (${firstLine(
          message,
        )}). Try again later. ${nothing}`,
      );
  }
}

/** `pre-receive hook declined`, of what is said of each branch. */
function reasonOf(message: string): string {
  const said = /not updated:\s*([^{]*)/.exec(message)?.[1] ?? '';
  return said.replace(/\s+/g, ' ').replace(/^- /, '').trim() || 'no reason';
}

/** What a server answers may be a page long, and holds nothing that a person could use. */
function firstLine(message: string): string {
  return message.split(/\n| \{data=/)[0].slice(0, 200);
}
