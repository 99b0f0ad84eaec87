import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runGit } from './runGit';
import type { GitCredentials } from './startGitServer';

/** Options of {@link pushFiles}. */
export interface PushFilesOptions {
  /** Address of the repository. */
  url: string;
  /** Content by path in the repository; other files stay as they are. */
  files: Record<string, string>;
  message?: string;
  credentials?: GitCredentials;
}

function withCredentials(url: string, credentials?: GitCredentials): string {
  const address = new URL(url);
  address.username = credentials?.username ?? '';
  address.password = credentials?.password ?? '';
  return address.href;
}

/**
 * Commits files on the branch `main` of a repository and pushes them, as a person does with a clone.
 * @returns the revision: the full hash of the commit. Throws with what git says when it is refused.
 */
export async function pushFiles(options: PushFilesOptions): Promise<string> {
  const { url, files, message = 'Change', credentials } = options;
  const home = await mkdtemp(path.join(tmpdir(), 'portal-clone-'));
  try {
    const folder = path.join(home, 'clone');
    const address = withCredentials(url, credentials);
    await runGit(['clone', '--quiet', address, folder], { home });
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const inClone = (...args: string[]) => runGit(args, { home, folder });
    await inClone('add', '--all');
    await inClone('commit', '--quiet', `--message=${message}`);
    await inClone('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    return await inClone('rev-parse', 'HEAD');
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
