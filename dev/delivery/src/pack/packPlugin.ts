import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { extract } from 'tar';
import { checkExportedFolder } from '../check/checkExportedFolder';
import { readExportedFolder } from '../check/ExportedFolder';
import type { DeliveredPlugin } from '../plugins/deliveredPlugins';
import { packArchive } from './packArchive';
import type { PackedPlugin } from './PackedPlugin';
import { packImage } from './packImage';

/**
 * What an archive may weigh, in bytes. A portal fetches it at each start whose volume is new, and an init container with
 * few resources unpacks it.
 */
export const LARGEST_ARCHIVE = 10_000_000;

/** Options of {@link packPlugin}. */
export interface PackPluginOptions {
  plugin: DeliveredPlugin;
  /** The exported plugin. */
  folder: string;
  backstageVersion: string;
  /** Folder to put `packages/` and `images/` in. */
  outFolder: string;
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/**
 * Packs an exported plugin as an archive, and what is in the archive as an image. Throws when the archive is too large,
 * or its content does not pass the checks that the folder passed: something was left out by packing.
 */
export async function packPlugin(
  options: PackPluginOptions,
): Promise<PackedPlugin> {
  const { plugin, folder, backstageVersion, outFolder, env, signal } = options;
  const archive = await packArchive({
    folder,
    outFolder: path.join(outFolder, 'packages'),
    env,
    signal,
  });
  if (archive.size > LARGEST_ARCHIVE) {
    throw new Error(
      `${archive.file} has ${archive.size} bytes; ${LARGEST_ARCHIVE} are allowed`,
    );
  }

  const work = await mkdtemp(path.join(os.tmpdir(), 'portal-pack-'));
  try {
    const unpacked = path.join(work, 'package');
    await mkdir(unpacked);
    await extract({ file: archive.file, cwd: unpacked, strip: 1 });
    const exported = await readExportedFolder(unpacked);
    checkExportedFolder({ plugin, exported });
    const { manifest } = exported;
    const image = await packImage({
      folder: unpacked,
      manifest,
      backstageVersion,
      outFolder: path.join(outFolder, 'images'),
    });
    return { name: manifest.name, version: manifest.version, archive, image };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
