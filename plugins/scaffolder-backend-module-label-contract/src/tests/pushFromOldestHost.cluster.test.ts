import { GitServer, pushFiles, startGitServer } from '@internal/argo-cd';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gitOpsOn } from '../__testUtils__/gitOpsOn';

// A dynamic plugin takes this package from its host. That of Developer Hub 1.8 can't remove files.
jest.mock('@backstage/plugin-scaffolder-node', () =>
  jest.requireActual('oldest-scaffolder-node'),
);

jest.setTimeout(60_000);

const run = promisify(execFile);
const credentials = { username: 'portal', password: 'a-secret' };
const order = { service: 'order-tracker', team: 'inventory-team' };
const FOLDER = 'services/order-tracker';

let git: GitServer;

beforeAll(async () => {
  git = await startGitServer({ credentials });
});

afterAll(async () => {
  await git?.stop();
});

const deliver = (
  repoUrl: string,
  manifests?: object,
  password: string = credentials.password,
) =>
  gitOpsOn({
    repositories: [git.url],
    host: new URL(git.url).host,
    credentials: { ...credentials, password },
  }).deliver(
    { ...order, repoUrl },
    manifests && { manifests: JSON.parse(JSON.stringify(manifests)) },
  );

/** What the files of the service hold. */
async function filesOf(repoUrl: string): Promise<Map<string, string>> {
  const dir = await mkdtemp(join(tmpdir(), 'look-'));
  const inClone = async (...args: string[]) =>
    (await run('git', args, { cwd: dir })).stdout;
  try {
    await inClone('clone', '--quiet', '--branch=main', repoUrl, '.');
    const names = (await inClone('ls-files', FOLDER)).trim().split('\n');
    return new Map(
      await Promise.all(
        names.map(
          async name => [name, await inClone('show', `HEAD:${name}`)] as const,
        ),
      ),
    );
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function repository(name: string, options?: { preReceive?: string }) {
  const repoUrl = await git.createRepository(name, options);
  await pushFiles({ url: repoUrl, credentials, files: { 'README.md': 'x' } });
  return repoUrl;
}

describe('label-contract:manifests:push on the oldest host', () => {
  it('commits, and empties a file that is not wanted any more, once', async () => {
    const repoUrl = await repository('emptied');
    const first = await deliver(repoUrl);
    expect([first.error, first.outputs.summary]).toEqual([
      undefined,
      '4 added',
    ]);

    const second = await deliver(repoUrl, { components: ['api'] });
    expect([second.error, second.outputs.summary]).toEqual([
      undefined,
      '1 removed',
    ]);
    const files = await filesOf(repoUrl);
    expect(files.get(`${FOLDER}/worker-deployment.yaml`)).toBe(
      '# Removed: the service has no such object any more.\n',
    );
    expect(files.get(`${FOLDER}/api-deployment.yaml`)).toContain(
      'kind: Deployment',
    );

    const third = await deliver(repoUrl, { components: ['api'] });
    expect([third.error, third.outputs.summary]).toEqual([
      undefined,
      'unchanged',
    ]);
    const fourth = await deliver(repoUrl);
    expect([fourth.error, fourth.outputs.changed]).toEqual([undefined, true]);
    const again = await filesOf(repoUrl);
    expect(again.get(`${FOLDER}/worker-deployment.yaml`)).toContain(
      'kind: Deployment',
    );
  });

  it('makes the first commit of an empty repository', async () => {
    const repoUrl = await git.createRepository('empty');
    const { error, outputs } = await deliver(repoUrl);
    expect([error, outputs.summary]).toEqual([undefined, '4 added']);
    expect([...(await filesOf(repoUrl)).keys()]).toHaveLength(4);
  });

  it('says in one sentence why it was refused', async () => {
    const repoUrl = await repository('private');
    const { error } = await deliver(repoUrl, undefined, 'wrong');
    expect([error?.name, error?.message]).toEqual([
      'AuthenticationError',
      expect.stringContaining("does not accept the portal's credentials"),
    ]);
  });
});
