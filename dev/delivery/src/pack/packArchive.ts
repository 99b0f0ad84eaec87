import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { environmentOfBuilds } from '../export/ExportTools';
import { runProgram } from '../program/runProgram';
import type { PackedArchive } from './PackedPlugin';

/** Options of {@link packArchive}. */
export interface PackArchiveOptions {
  /** The exported plugin. */
  folder: string;
  /** Folder to put the archive in; made where it is missing. */
  outFolder: string;
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/**
 * Packs an exported plugin with `npm pack`, as Developer Hub's installer does with a folder. What `files` in its manifest
 * forgets is therefore missing in every form, and not in one of them only.
 */
export async function packArchive(
  options: PackArchiveOptions,
): Promise<PackedArchive> {
  const { folder, outFolder, env, signal } = options;
  await mkdir(outFolder, { recursive: true });
  const printed = await runProgram({
    program: 'npm',
    args: [
      'pack',
      '--silent',
      '--ignore-scripts',
      '--pack-destination',
      outFolder,
    ],
    folder,
    env: environmentOfBuilds(env),
    signal,
  });
  const file = path.join(outFolder, printed.trim());
  const content = await readFile(file);
  return {
    file,
    size: content.length,
    integrity: integrityOf(content),
  };
}

/** A hash in the form of Subresource Integrity, which npm and Developer Hub's installer read. */
export function integrityOf(content: Buffer): string {
  return `sha512-${createHash('sha512').update(content).digest('base64')}`;
}
