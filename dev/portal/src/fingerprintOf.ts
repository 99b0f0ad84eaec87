import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { rootFolder } from './rootFolder';

const LEFT_OUT = /^(node_modules|dist.*|coverage)$/;

/**
 * Changes whenever a file below one of these folders or files does; paths are relative to the root
 * of the repository.
 */
export async function fingerprintOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesBelow(join(rootFolder, path))) {
      hash.update(relative(rootFolder, file)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(error => {
    if (error.code === 'ENOTDIR') {
      return undefined;
    }
    throw error;
  });
  if (!entries) {
    return [path];
  }
  const nested = await Promise.all(
    entries
      .filter(entry => !LEFT_OUT.test(entry.name))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'))
      .map(entry => filesBelow(join(path, entry.name))),
  );
  return nested.flat();
}
