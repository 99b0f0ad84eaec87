import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { refuseField } from '../input/apiServerRules';

const KEY = 'labelContract.gitops.repositories';

/** An escaped slash, backslash or dot: what one program reads as a name, another may read as a way out. */
const ESCAPED = /%(2e|2f|5c)/i;

/** Which repositories templates may name, and in whose name commits are made. */
export interface RepositoryPolicy {
  /**
   * The address in its one form. Nothing is sent to any other: a template's input would decide where the
   * portal's credentials go.
   *
   * @throws InputError for what is no address, NotAllowedError for a repository that is not configured.
   */
  requireAllowed(repoUrl: string): string;
  /** Of commits; undefined for the scaffolder's own default. */
  readonly author: { readonly name?: string; readonly email?: string };
}

/**
 * Reads `labelContract.gitops.repositories`, and the author of commits where all actions of the scaffolder
 * take it from.
 *
 * @throws InputError with the path of an entry that is no address.
 */
export function repositoryPolicyFromConfig(
  config: RootConfigService,
): RepositoryPolicy {
  const allowed = (config.getOptionalStringArray(KEY) ?? []).map(
    (entry, index) => {
      const address = addressOf(entry);
      if (!address) {
        throw new InputError(
          `${KEY}[${index}] is '${entry}'; allowed is an address such as https://git.example.com/deployments, without credentials`,
        );
      }
      return address;
    },
  );
  return {
    author: {
      name: config.getOptionalString('scaffolder.defaultAuthor.name'),
      email: config.getOptionalString('scaffolder.defaultAuthor.email'),
    },
    requireAllowed(repoUrl) {
      const address = addressOf(repoUrl);
      if (!address) {
        throw refuseField(
          { field: 'repoUrl', value: withoutCredentials(repoUrl) },
          'an address to clone, such as https://git.example.com/deployments/services.git, without credentials',
        );
      }
      if (!allowed.some(prefix => isBelow(address, prefix))) {
        throw new NotAllowedError(
          `repoUrl: ${address} is not one of the repositories that this portal may write to. ` +
            `Ask the platform team to add it to ${KEY}. Nothing was written by this step.`,
        );
      }
      return address;
    },
  };
}

/** Without a slash at the end; undefined for what is no plain address. */
function addressOf(text: string): string | undefined {
  if (!URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  const isPlain =
    ['http:', 'https:'].includes(url.protocol) &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash &&
    !ESCAPED.test(text);
  return isPlain ? url.href.replace(/\/+$/, '') : undefined;
}

function isBelow(address: string, prefix: string): boolean {
  const bare = prefix.replace(/\.git$/, '');
  return [prefix, bare, `${bare}.git`].includes(address)
    ? true
    : address.startsWith(`${prefix}/`);
}

function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/]*@/, '//…@');
}
