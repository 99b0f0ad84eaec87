import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { processMark } from './processMark';

/** Name of the file in a locked folder; its first line is the process id of the owner. */
export const lockFileName = 'lock';

/** What became of an attempt to lock a folder. */
export type LockAttempt =
  | { kind: 'locked'; release: () => Promise<void> }
  | { kind: 'taken'; pid: number };

/** Who a lock file says is the owner. */
export interface LockOwner {
  pid: number;
  mark: string;
}

/** Reads the content of a lock file; undefined when it is no lock, such as one that is being written. */
export function parseLock(content: string): LockOwner | undefined {
  const [pid, mark] = content.split('\n');
  return /^\d+$/.test(pid) && mark ? { pid: Number(pid), mark } : undefined;
}

/** What is known of the lock of a folder. */
export type LockState =
  | { kind: 'free' }
  | { kind: 'owned'; pid: number }
  | { kind: 'abandoned'; content: string };

/** Looks whether a folder is locked, and whether the owner still runs. */
export async function lockState(folder: string): Promise<LockState> {
  const file = path.join(folder, lockFileName);
  const content = await readFile(file, 'utf8').catch(() => undefined);
  if (content === undefined) {
    return { kind: 'free' };
  }
  const owner = parseLock(content);
  if (owner && (await processMark(owner.pid)) === owner.mark) {
    return { kind: 'owned', pid: owner.pid };
  }
  return { kind: 'abandoned', content };
}

/** Removes a lock whose owner is gone, but not the one that somebody else put there in the meantime. */
async function removeAbandoned(file: string, content: string): Promise<void> {
  const aside = `${file}.abandoned-${randomUUID()}`;
  // Only one of several processes can rename it.
  await rename(file, aside).catch(() => {});
  const moved = await readFile(aside, 'utf8').catch(() => undefined);
  if (moved !== undefined && moved !== content) {
    await rename(aside, file);
    return;
  }
  await rm(aside, { force: true });
}

// Not `instanceof Error`: errors of Node's own modules are of another realm under Jest.
function isAlreadyThere(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'EEXIST'
  );
}

async function linkUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isAlreadyThere(error)) {
      return false;
    }
    throw error;
  }
}

/** Locks a folder for this process, over the lock of a process that is gone. */
export async function lockFolder(folder: string): Promise<LockAttempt> {
  const file = path.join(folder, lockFileName);
  // Written aside and linked, so that nobody ever reads half a lock.
  const draft = `${file}.${process.pid}-${randomUUID()}`;
  await writeFile(draft, `${process.pid}\n${await processMark(process.pid)}\n`);
  try {
    for (;;) {
      if (await linkUnlessThere(draft, file)) {
        return { kind: 'locked', release: () => rm(file, { force: true }) };
      }
      const state = await lockState(folder);
      if (state.kind === 'owned') {
        return { kind: 'taken', pid: state.pid };
      }
      if (state.kind === 'abandoned') {
        await removeAbandoned(file, state.content);
      }
    }
  } finally {
    await rm(draft, { force: true });
  }
}
