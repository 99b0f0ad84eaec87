import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockFolder, lockState } from './folderLock';

/** The folder of one control plane, locked for this process. */
export interface RunFolder {
  path: string;
  /** Unlocks it, and removes it if it is a temporary one. */
  close(): Promise<void>;
}

const temporaryPrefix = 'portal-control-plane-';

/**
 * Removes temporary folders of processes that were killed; etcd alone leaves 128 MB in each.
 * A folder without a lock may be one that another process makes just now, and is left alone.
 */
async function removeAbandonedFolders(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(temporaryPrefix)) {
      continue;
    }
    const folder = path.join(parent, name);
    if ((await lockState(folder)).kind === 'abandoned') {
      await rm(folder, { recursive: true, force: true }).catch(() => {});
    }
  }
}

async function lockOrExplain(folder: string): Promise<() => Promise<void>> {
  const attempt = await lockFolder(folder);
  if (attempt.kind === 'taken') {
    throw new Error(
      `A control plane already runs in ${folder} (process ${attempt.pid}). ` +
        `Stop that process first, or use another folder`,
    );
  }
  return attempt.release;
}

/**
 * Makes or reopens the folder of a control plane. Without a folder, a temporary one.
 * Throws when another process that still runs has it.
 */
export async function openRunFolder(folder?: string): Promise<RunFolder> {
  if (folder) {
    const absolute = path.resolve(folder);
    await mkdir(absolute, { recursive: true, mode: 0o700 });
    return { path: absolute, close: await lockOrExplain(absolute) };
  }

  await removeAbandonedFolders(tmpdir());
  const temporary = await mkdtemp(path.join(tmpdir(), temporaryPrefix));
  await lockOrExplain(temporary);
  return {
    path: temporary,
    close: () => rm(temporary, { recursive: true, force: true, maxRetries: 5 }),
  };
}
