import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { textAt } from '../check/valueAt';

/** Moves a folder, also to another file system. A folder at the destination is replaced. */
export async function moveFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(path.dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (textAt(error, 'code') !== 'EXDEV') {
      throw error;
    }
    await cp(from, to, { recursive: true, verbatimSymlinks: true });
    await rm(from, { recursive: true });
  }
}
