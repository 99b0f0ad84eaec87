import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { extract } from 'tar';
import { integrityOf } from '../pack/packArchive';

/**
 * Installs an archive into a portal's folder of plugins as Developer Hub's installer does: compares its hash with the
 * `integrity` that was configured, and unpacks it into a folder of the archive's name. Returns the new folder.
 * Throws when the hash is another one.
 */
export async function installArchive(options: {
  file: string;
  integrity: string;
  rootDirectory: string;
}): Promise<string> {
  const { file, integrity, rootDirectory } = options;
  const found = integrityOf(await readFile(file));
  if (found !== integrity) {
    throw new Error(`${file}: integrity is ${found}, wanted is ${integrity}`);
  }
  const installed = path.join(rootDirectory, path.basename(file, '.tgz'));
  await mkdir(installed, { recursive: true });
  // Every archive of npm has one folder, `package`.
  await extract({ file, cwd: installed, strip: 1 });
  return installed;
}
