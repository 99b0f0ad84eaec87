import { mockServices } from '@backstage/backend-test-utils';
import { repositoryPolicyFromConfig } from './RepositoryPolicy';

const policyOf = (...repositories: string[]) =>
  repositoryPolicyFromConfig(
    mockServices.rootConfig({
      data: { labelContract: { gitops: { repositories } } },
    }),
  );

const host = 'https://git.example.com';

describe('repositoryPolicyFromConfig', () => {
  it.each([
    [`${host}/deployments`, `${host}/deployments/services.git`],
    [`${host}/deployments/`, `${host}/deployments/a/b`],
    [`${host}/deployments/services.git`, `${host}/deployments/services`],
    [`${host}/deployments/services`, `${host}/deployments/services.git/`],
    [`${host}:8443`, `${host}:8443/any.git`],
    [`${host}/deployments`, 'https://GIT.example.com:443/deployments/x'],
  ])('%s allows %s', (entry, repoUrl) => {
    expect(policyOf(entry).requireAllowed(repoUrl)).toMatch(/[^/]$/);
  });

  it.each([
    [`${host}/deployments-of-others/services.git`],
    [`${host}/deployments/../others/services.git`],
    [`${host}/deployments/%2e%2e/others/services.git`],
    [`${host}/deployments/..%2fothers`],
    ['http://git.example.com/deployments/services.git'],
    ['https://git.example.com.evil.test/deployments/services.git'],
    ['https://git.example.com@evil.test/deployments/services.git'],
    [`${host}:8443/deployments/services.git`],
    ['git@git.example.com:deployments/services.git'],
    ['file:///deployments/services.git'],
    ['services.git'],
  ])('https://git.example.com/deployments does not allow %s', repoUrl => {
    expect(() =>
      policyOf(`${host}/deployments`).requireAllowed(repoUrl),
    ).toThrow(/^repoUrl: /);
  });

  it('allows nothing where nothing is configured', () => {
    expect(() => policyOf().requireAllowed(`${host}/a.git`)).toThrow(
      /Ask the platform team to add it to labelContract\.gitops\.repositories/,
    );
  });

  it('repeats no password that somebody typed', () => {
    expect(() =>
      policyOf(host).requireAllowed('https://me:hidden@git.example.com/a.git'),
    ).toThrow(/^(?!.*hidden).*found/);
  });

  it('names the entry of the configuration that is no address', () => {
    expect(() => policyOf(host, 'deployments')).toThrow(
      /^labelContract\.gitops\.repositories\[1\] is 'deployments'/,
    );
  });
});
