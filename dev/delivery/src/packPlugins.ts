import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { textAt } from './check/valueAt';
import type { ExportedPlugin } from './exportPlugins';
import type { PackedPlugin } from './pack/PackedPlugin';
import { packPlugin } from './pack/packPlugin';
import type { PackageSource } from './pack/referToPackages';
import { writeRelease } from './pack/writeRelease';

/** Options of {@link packPlugins}. */
export interface PackPluginsOptions {
  /** Root of this repository. */
  rootFolder: string;
  /** All that were exported. */
  exported: readonly ExportedPlugin[];
  /** Folder of the release; an older one is replaced. Default: `build/release` below `rootFolder`. */
  outFolder?: string;
  /** Where portals fetch the plugins; without it they are folders in the portal's file system. */
  source?: PackageSource;
  /** Takes lines of progress. */
  log(line: string): void;
  signal?: AbortSignal;
  /** Environment of the programs that are run. Default: that of this process. */
  env?: NodeJS.ProcessEnv;
}

/**
 * Makes a release of exported plugins: each as an archive with its integrity hash and as an image with its digest, and
 * the manifests that install them. Throws at the first plugin that does not pass the checks in its packed form.
 */
export async function packPlugins(
  options: PackPluginsOptions,
): Promise<PackedPlugin[]> {
  const {
    rootFolder,
    exported,
    source,
    log,
    signal,
    env = process.env,
  } = options;
  const outFolder = options.outFolder ?? path.join(rootFolder, 'build/release');
  const backstageVersion = await readBackstageVersion(rootFolder);
  await rm(outFolder, { recursive: true, force: true });

  const plugins: PackedPlugin[] = [];
  for (const { name, plugin, folder } of exported) {
    const packed = await packPlugin({
      plugin,
      folder,
      backstageVersion,
      outFolder,
      env,
      signal,
    });
    plugins.push(packed);
    log(
      `Packed ${name}: ${(packed.archive.size / 1_000_000).toFixed(1)} MB, ${
        packed.archive.integrity
      }`,
    );
    log(
      `  image ${packed.image.name}:${packed.image.tag}, ${packed.image.digest}`,
    );
  }
  await writeRelease({
    rootFolder,
    outFolder,
    backstageVersion,
    plugins,
    source,
  });
  log(`Wrote the release to ${outFolder}`);
  return plugins;
}

async function readBackstageVersion(rootFolder: string): Promise<string> {
  const file = path.join(rootFolder, 'backstage.json');
  const version = textAt(JSON.parse(await readFile(file, 'utf8')), 'version');
  if (version === undefined) {
    throw new Error(`${file} has no text in 'version'`);
  }
  return version;
}
