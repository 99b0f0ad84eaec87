import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';

/** What the scaffolder's Git helpers take. */
export type GitAuth =
  | { username: string; password: string }
  | { token: string };

const NONE: GitAuth = { username: '', password: '' };

/**
 * The portal's own credentials for a repository, from the configuration key `integrations`, in the form in
 * which each sort of host takes them over HTTP. Empty where there are none: some repositories need none to
 * be read.
 */
export async function gitCredentials(
  integrations: ScmIntegrations,
  url: string,
): Promise<GitAuth> {
  switch (integrations.byUrl(url)?.type) {
    case 'github': {
      const { token } = await DefaultGithubCredentialsProvider.fromIntegrations(
        integrations,
      ).getCredentials({ url });
      return basic('x-access-token', token);
    }
    case 'gitlab': {
      const { token } = await DefaultGitlabCredentialsProvider.fromIntegrations(
        integrations,
      ).getCredentials({ url });
      return basic('oauth2', token);
    }
    case 'azure': {
      const found =
        await DefaultAzureDevOpsCredentialsProvider.fromIntegrations(
          integrations,
        ).getCredentials({ url });
      if (!found) {
        return NONE;
      }
      return found.type === 'bearer'
        ? { token: found.token }
        : basic('notempty', found.token);
    }
    case 'bitbucketServer': {
      const config = integrations.bitbucketServer.byUrl(url)?.config;
      return config?.token
        ? { token: config.token }
        : basic(config?.username, config?.password);
    }
    case 'bitbucketCloud': {
      const config = integrations.bitbucketCloud.byUrl(url)?.config;
      return basic(config?.username, config?.appPassword ?? config?.token);
    }
    case 'gerrit': {
      const config = integrations.gerrit.byUrl(url)?.config;
      return basic(config?.username, config?.password);
    }
    case 'gitea': {
      const config = integrations.gitea.byUrl(url)?.config;
      return basic(config?.username, config?.password);
    }
    default:
      return NONE;
  }
}

function basic(username?: string, password?: string): GitAuth {
  return password ? { username: username ?? '', password } : NONE;
}
