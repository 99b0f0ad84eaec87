import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pushFiles } from './pushFiles';
import { runGit } from './runGit';
import { startGitServer, type GitServer } from './startGitServer';

jest.setTimeout(60_000);

describe('startGitServer', () => {
  let home: string;
  let server: GitServer | undefined;
  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'git-server-test-'));
  });
  afterEach(async () => {
    await server?.stop();
    await rm(home, { recursive: true });
  });
  const git = (...args: string[]) => runGit(args, { home });

  it('gives out on loopback what was pushed, by the second version of the protocol', async () => {
    server = await startGitServer();
    const url = await server.createRepository('weather/deploy');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/weather\/deploy\.git$/);
    const first = await pushFiles({ url, files: { 'a.txt': 'one' } });
    const second = await pushFiles({ url, files: { 'b/c.txt': 'two' } });
    expect(second).not.toBe(first);

    expect(await git('ls-remote', url, 'refs/heads/main')).toBe(
      `${second}\trefs/heads/main`,
    );
    await git('clone', '--quiet', url, 'copy');
    expect(await git('-C', 'copy', 'ls-files')).toBe('a.txt\nb/c.txt');
    const answer = await fetch(`${url}/info/refs?service=git-upload-pack`, {
      headers: { 'Git-Protocol': 'version=2' },
    });
    expect(await answer.text()).toContain('version 2');
  });

  it('takes a push with more than fits into one request buffer', async () => {
    server = await startGitServer();
    const url = await server.createRepository('large');
    const lines = Array.from({ length: 400_000 }, (_, line) => `${line ** 3}`);
    const content = lines.join('\n');
    // Git sends more than this in chunks of unknown length.
    expect(content.length).toBeGreaterThan(2 ** 20);
    await pushFiles({ url, files: { 'large.txt': content } });
    await git('clone', '--quiet', url, 'copy');
    expect(await git('-C', 'copy', 'show', 'HEAD:large.txt')).toBe(content);
  });

  it('refuses a push with a wrong password or with none, and lets everybody read', async () => {
    const credentials = { username: 'bot', password: 'right' };
    server = await startGitServer({ credentials });
    const url = await server.createRepository('guarded');
    const files = { 'a.txt': 'one' };
    await expect(
      pushFiles({
        url,
        files,
        credentials: { username: 'bot', password: 'wrong' },
      }),
    ).rejects.toThrow(/git push failed: .*Authentication failed for/);
    await expect(pushFiles({ url, files })).rejects.toThrow(
      /git push failed: .*could not read Username/,
    );
    expect(await git('ls-remote', url)).toBe('');

    const revision = await pushFiles({ url, files, credentials });
    expect(await git('ls-remote', url, 'HEAD')).toBe(`${revision}\tHEAD`);
  });

  it('answers 404 for a repository that it does not have', async () => {
    const lines: string[] = [];
    server = await startGitServer({ log: line => lines.push(line) });
    const url = `${server.url}/nowhere.git`;
    await expect(git('clone', url, 'copy')).rejects.toThrow(
      `repository '${url}/' not found`,
    );
    expect(lines).toContain(
      'git: 404 GET /nowhere.git/info/refs?service=git-upload-pack',
    );
  });

  it('makes no repository outside its folder', async () => {
    server = await startGitServer();
    await expect(server.createRepository('../outside')).rejects.toThrow(
      "'../outside' is no name for a repository",
    );
  });

  it('answers no more when it was stopped', async () => {
    server = await startGitServer();
    const url = await server.createRepository('gone');
    await server.stop();
    await expect(git('ls-remote', url)).rejects.toThrow(/Failed to connect/);
  });
});
