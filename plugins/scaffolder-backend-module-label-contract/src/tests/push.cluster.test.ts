import { GitServer, pushFiles, startGitServer } from '@internal/argo-cd';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { examples } from '../actions/manifestsPushAction.examples';
import { gitOpsOn } from '../__testUtils__/gitOpsOn';

// No cluster, but a real Git server, which not every machine has that runs unit tests.
jest.setTimeout(60_000);

const run = promisify(execFile);
const credentials = { username: 'portal', password: 'a-secret' };
const order = { service: 'order-tracker', team: 'inventory-team' };

let git: GitServer;
let repositories = 0;

beforeAll(async () => {
  git = await startGitServer({ credentials });
});

afterAll(async () => {
  await git?.stop();
});

/** The actions as the portal has them. */
const portal = (changes: { password?: string; repositories?: string[] } = {}) =>
  gitOpsOn({
    repositories: changes.repositories ?? [`${git.url}/deployments`],
    host: new URL(git.url).host,
    credentials: { ...credentials, ...changes },
  });

/** A repository with a file in it, unless it shall be empty. */
async function repository(
  options: { preReceive?: string; isEmpty?: boolean } = {},
) {
  repositories += 1;
  const repoUrl = await git.createRepository(
    `deployments/r${repositories}`,
    options,
  );
  if (!options.isEmpty) {
    await pushFiles({ url: repoUrl, credentials, files: { 'README.md': 'x' } });
  }
  return repoUrl;
}

/** What is on the branch: files with their texts, and messages, the newest first. */
async function contentOf(repoUrl: string) {
  const dir = await mkdtemp(join(tmpdir(), 'look-'));
  try {
    const inClone = async (...args: string[]) =>
      (await run('git', args, { cwd: dir })).stdout.trim();
    await inClone('clone', '--quiet', '--branch=main', repoUrl, '.');
    const files = (await inClone('ls-files')).split('\n');
    return {
      files,
      messages: (await inClone('log', '--format=%s')).split('\n'),
      newest: await inClone('log', '-1', '--format=%an <%ae>%n%B'),
      head: await inClone('rev-parse', 'HEAD'),
    };
  } finally {
    await rm(dir, { recursive: true });
  }
}

const manifests = [
  'services/order-tracker/api-deployment.yaml',
  'services/order-tracker/api-service.yaml',
  'services/order-tracker/namespace.yaml',
  'services/order-tracker/worker-deployment.yaml',
];

describe('label-contract:manifests:push', () => {
  it('commits the manifests to the service’s folder, and says for whom', async () => {
    const repoUrl = await repository();
    const { deliver, events } = portal();
    const { error, outputs, log } = await deliver(
      { ...order, repoUrl },
      { user: 'user:default/ada', taskId: 'task-7' },
    );

    expect(error).toBeUndefined();
    const { files, head, newest } = await contentOf(repoUrl);
    expect(files).toEqual(['README.md', ...manifests]);
    expect(newest).toBe(
      'Scaffolder <scaffolder@backstage.io>\nDeploy order-tracker\n\nService: order-tracker of inventory-team\nTemplate: no template\nInitiator: user:default/ada\nTask: task-7',
    );
    expect(outputs).toMatchObject({
      revision: head,
      changed: true,
      remoteUrl: repoUrl,
      path: 'services/order-tracker',
      summary: '4 added',
    });
    expect(log).toEqual([
      `Committed 4 added to services/order-tracker on main of ${repoUrl}: ${head}`,
    ]);
    expect(events).toMatchObject([
      { eventId: 'manifests-push', ended: 'succeeded' },
    ]);
  });

  it('commits nothing the second time, and only what differs the third', async () => {
    const repoUrl = await repository();
    const { deliver } = portal();
    const first = await deliver({ ...order, repoUrl });
    const second = await deliver({ ...order, repoUrl });

    expect(second.outputs).toMatchObject({
      revision: first.outputs.revision,
      changed: false,
      summary: 'unchanged',
    });
    expect(second.log.at(-1)).toMatch(/nothing to change$/);

    const third = await deliver(
      { ...order, repoUrl },
      { manifests: { components: ['api'], api: { port: 9090 } } },
    );
    expect(third.outputs.summary).toBe('2 changed, 1 removed');
    expect((await contentOf(repoUrl)).files).toEqual([
      'README.md',
      ...manifests.slice(0, 3),
    ]);
  });

  it('makes the first commit of an empty repository, and the second', async () => {
    const repoUrl = await repository({ isEmpty: true });
    const { deliver } = portal();
    const first = await deliver({ ...order, repoUrl });
    const second = await deliver({ ...order, repoUrl });

    expect([first.error, second.error]).toEqual([undefined, undefined]);
    expect(second.outputs.revision).toBe(first.outputs.revision);
    expect((await contentOf(repoUrl)).files).toEqual(manifests);
  });

  it.each([
    ['the input says so', { dryRun: true }, {}],
    ['the scaffolder does', {}, { isDryRun: true }],
  ])(
    'shows what would change, and pushes nothing, where %s',
    async (_, input, options) => {
      const repoUrl = await repository();
      const { deliver } = portal();
      await deliver({ ...order, repoUrl });
      const before = await contentOf(repoUrl);
      const { outputs, log } = await deliver(
        { ...order, repoUrl, ...input },
        { ...options, manifests: { api: { port: 9090 } } },
      );

      expect(outputs.diff).toMatch(
        /api-service\.yaml\n[^`]*\n-\s+port: 8080\n\+\s+port: 9090\n/,
      );
      expect(outputs.rows).toContain('| `api-service.yaml` | changed |');
      expect(log.at(-1)).toMatch(/^Plan: would commit 2 changed to /);
      expect((await contentOf(repoUrl)).head).toBe(before.head);
    },
  );

  it('keeps what somebody else committed in between, also in the folder', async () => {
    const repoUrl = await repository();
    const { deliver } = portal();
    await deliver({ ...order, repoUrl });
    await pushFiles({
      url: repoUrl,
      credentials,
      message: 'By hand',
      files: {
        'services/order-tracker/settings.yaml': 'kind: ConfigMap\n',
        'elsewhere.txt': 'y',
      },
    });
    const { outputs } = await deliver(
      { ...order, repoUrl },
      { manifests: { api: { port: 9090 } } },
    );

    expect(outputs.changed).toBe(true);
    const { files, messages } = await contentOf(repoUrl);
    expect(files).toEqual(
      expect.arrayContaining([
        'elsewhere.txt',
        'services/order-tracker/settings.yaml',
      ]),
    );
    expect(messages).toEqual([
      'Deploy order-tracker',
      'By hand',
      'Deploy order-tracker',
      'Change',
    ]);
  });

  it('starts from theirs where somebody was faster', async () => {
    const repoUrl = await repository({
      preReceive: [
        'git rev-parse --quiet --verify main >/dev/null || exit 0',
        '[ -e overtaken ] && exit 0; touch overtaken',
        'unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES',
        'export GIT_AUTHOR_NAME=o GIT_AUTHOR_EMAIL=o@x GIT_COMMITTER_NAME=o GIT_COMMITTER_EMAIL=o@x',
        'git update-ref refs/heads/main $(git commit-tree -p main -m Faster main^{tree})',
      ].join('\n'),
    });
    const { error, log } = await portal().deliver({ ...order, repoUrl });

    expect([error, log]).toEqual([
      undefined,
      [
        'Somebody else pushed to main meanwhile; starting from theirs',
        expect.stringMatching(/^Committed 4 added/),
      ],
    ]);
    expect((await contentOf(repoUrl)).messages).toEqual([
      'Deploy order-tracker',
      'Faster',
      'Change',
    ]);
  });

  it('brings three services of three people into one repository at once', async () => {
    const repoUrl = await repository();
    const { deliver } = portal();
    const services = ['one', 'two', 'three'];
    const runs = await Promise.all(
      services.map(service => deliver({ ...order, service, repoUrl })),
    );

    expect(runs.map(({ error }) => error)).toEqual(
      services.map(() => undefined),
    );
    expect((await contentOf(repoUrl)).files).toEqual(
      expect.arrayContaining(
        services.map(service => `services/${service}/namespace.yaml`),
      ),
    );
  });

  it('refuses the folder of another team, and files that nobody here made', async () => {
    const repoUrl = await repository();
    const { deliver } = portal();
    await deliver({ ...order, repoUrl });
    const other = await deliver({ ...order, team: 'payments-team', repoUrl });
    expect(other.error).toMatchObject({
      name: 'ConflictError',
      message: `path: services/order-tracker of ${repoUrl} belongs to inventory-team, not to payments-team. Choose another path or name. Nothing was pushed by this step.`,
    });

    await pushFiles({
      url: repoUrl,
      credentials,
      files: { 'services/found/namespace.yaml': 'kind: Namespace\n' },
    });
    const found = await deliver({ ...order, service: 'found', repoUrl });
    expect(found.error?.message).toContain(
      'has a file namespace.yaml that was not made by this portal',
    );
  });

  it('says that the credentials are wrong, and not what they are', async () => {
    const repoUrl = await repository();
    const { deliver, events } = portal({ password: 'another-secret' });
    const { error, log } = await deliver({ ...order, repoUrl });

    expect(error).toMatchObject({
      name: 'AuthenticationError',
      message: `repoUrl: ${
        new URL(git.url).host
      } does not accept the portal's credentials for ${repoUrl} (401). Ask the platform team to check 'integrations' in the portal's configuration. Nothing was pushed by this step.`,
    });
    expect(JSON.stringify([error?.stack, log, events])).not.toContain('secret');
  });

  it('says that the branch is protected, without trying for a minute', async () => {
    const repoUrl = await repository({
      preReceive:
        'git rev-parse --quiet --verify main >/dev/null || exit 0; echo "main is protected"; exit 1',
    });
    const { error } = await portal().deliver({ ...order, repoUrl });

    expect(error).toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(
        /refused the commit on main: .*pre-receive hook declined\. The branch may be protected/,
      ),
    });
  });

  it.each([
    [
      'a repository that is not there',
      () => ({ repoUrl: `${git.url}/deployments/nowhere.git` }),
      'NotFoundError',
      /has no repository .*nowhere\.git, or does not show it/,
    ],
    [
      'a branch that is not there',
      async () => ({ repoUrl: await repository(), branch: 'release' }),
      'NotFoundError',
      /has no branch release\./,
    ],
    [
      'a repository that is not configured',
      () => ({ repoUrl: `${git.url}/other/repository.git` }),
      'NotAllowedError',
      /is not one of the repositories that this portal may write to/,
    ],
    [
      'a way out of the repository',
      async () => ({ repoUrl: await repository(), path: '../../etc' }),
      'InputError',
      /^path: found '\.\.\/\.\.\/etc'/,
    ],
    [
      'a way out of the workspace',
      async () => ({ repoUrl: await repository(), sourcePath: '../..' }),
      'NotAllowedError',
      /not allowed|outside/i,
    ],
    [
      'a folder of the workspace that is empty',
      async () => ({ repoUrl: await repository(), sourcePath: 'nothing' }),
      'InputError',
      /^sourcePath: the workspace has no files in 'nothing'/,
    ],
  ])('refuses %s', async (_, input, name, message) => {
    const { error } = await portal().deliver({ ...order, ...(await input()) });
    expect(error).toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  });

  it('pushes nothing for a task that was cancelled before', async () => {
    const repoUrl = await repository();
    const { error } = await portal().deliver(
      { ...order, repoUrl },
      { signal: AbortSignal.abort() },
    );
    expect(error?.message).toMatch(/^The task was cancelled\./);
    expect((await contentOf(repoUrl)).messages).toEqual(['Change']);
  });

  it('waits for no server when the task is cancelled', async () => {
    const repoUrl = await repository({
      preReceive:
        'git rev-parse --quiet --verify main >/dev/null || exit 0; sleep 5',
    });
    const cancelled = new AbortController();
    let since = 0;
    const { error } = await portal().deliver(
      { ...order, repoUrl },
      {
        signal: cancelled.signal,
        onTemporaryDirectory: () =>
          setImmediate(() => {
            since = performance.now();
            cancelled.abort();
          }),
      },
    );
    expect(error?.message).toMatch(/^The task was cancelled\./);
    expect(performance.now() - since).toBeLessThan(1000);
  });

  it.each(examples.map(({ description, example }) => [description, example]))(
    'runs its example: %s',
    async (_description, example) => {
      const [{ input }] = parse(example).steps;
      const repoUrl = await repository();
      const { error, outputs } = await portal().deliver(
        { ...input, repoUrl },
        { manifests: { targetPath: input.sourcePath } },
      );
      expect([error, outputs.summary]).toEqual([undefined, '4 added']);
    },
  );
});
