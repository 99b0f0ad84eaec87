import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { environmentOfBuilds } from '../export/ExportTools';
import { runProgram } from '../program/runProgram';

/**
 * Installs an exported folder into a portal's folder of plugins, as Developer Hub's installer does: packs it with
 * `npm pack`, which leaves out what the manifest's `files` do not name, and unpacks the archive. Returns the new folder.
 */
export async function installPlugin(options: {
  folder: string;
  rootDirectory: string;
}): Promise<string> {
  const { folder, rootDirectory } = options;
  const env = environmentOfBuilds(process.env);
  await mkdir(rootDirectory, { recursive: true });
  const printed = await runProgram({
    program: 'npm',
    args: ['pack', '--silent', '--ignore-scripts', folder],
    folder: rootDirectory,
    env,
  });
  const archive = path.join(rootDirectory, printed.trim());
  await runProgram({
    program: 'tar',
    args: ['-xzf', archive],
    folder: rootDirectory,
    env,
  });
  await rm(archive);
  const installed = archive.replace(/\.tgz$/, '');
  // Every archive of npm has this one folder.
  await rename(path.join(rootDirectory, 'package'), installed);
  return installed;
}
