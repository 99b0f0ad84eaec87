import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockFileName, lockFolder, lockState } from './folderLock';

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

/** Removes all but the lock, which says whose the folder is. */
async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== lockFileName) {
      await rm(path.join(folder, name), { recursive: true, force: true });
    }
  }
}

/**
 * Makes or reopens the folder of a control plane. Without a folder, a temporary one.
 * Throws when another process that still runs has it, and then touches nothing.
 */
export async function openRunFolder(
  options: {
    folder?: string;
    /** Forgets what earlier starts left in the folder. */
    isFresh?: boolean;
  } = {},
): Promise<RunFolder> {
  if (options.folder) {
    const absolute = path.resolve(options.folder);
    await mkdir(absolute, { recursive: true, mode: 0o700 });
    const close = await lockOrExplain(absolute);
    if (options.isFresh) {
      await emptyFolder(absolute);
    }
    return { path: absolute, close };
  }

  await removeAbandonedFolders(tmpdir());
  const temporary = await mkdtemp(path.join(tmpdir(), temporaryPrefix));
  await lockOrExplain(temporary);
  return {
    path: temporary,
    close: () => rm(temporary, { recursive: true, force: true, maxRetries: 5 }),
  };
}
