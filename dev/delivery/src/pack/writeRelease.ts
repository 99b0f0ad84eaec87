import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PackedPlugin } from './PackedPlugin';
import { pushScript } from './pushScript';
import { referToPackages, type PackageSource } from './referToPackages';

/** Folders that a platform team applies; those that refer to each other keep their places beside each other. */
const APPLIED_FOLDERS = ['install', 'catalog-info', 'templates'];

/** What is read before, and what that refers to. */
const GUIDES = [
  'docs/install.md',
  'docs/troubleshooting.md',
  'docs/compatibility.md',
  'plugins/label-contract/README.md',
  'plugins/label-contract-backend/README.md',
  'plugins/label-contract-backend/docs',
  'plugins/label-contract-common/docs/rules',
  'plugins/scaffolder-backend-module-label-contract/README.md',
];

/** Options of {@link writeRelease}. */
export interface WriteReleaseOptions {
  /** Root of this repository. */
  rootFolder: string;
  /** Folder of the release, which has `packages/` and `images/` already. */
  outFolder: string;
  backstageVersion: string;
  plugins: readonly PackedPlugin[];
  /** Where portals fetch the plugins; without it they stay folders. */
  source?: PackageSource;
}

/**
 * Puts beside the packed plugins all that an installation takes: the manifests, each `dynamic-plugins.yaml` naming the
 * packages where they will be, the guides, a script that pushes the images, and `release.json` with every hash. The folder needs nothing of this repository.
 */
export async function writeRelease(
  options: WriteReleaseOptions,
): Promise<void> {
  const { rootFolder, outFolder, backstageVersion, plugins, source } = options;
  for (const name of [...APPLIED_FOLDERS, ...GUIDES]) {
    const copy = path.join(outFolder, name);
    await rm(copy, { recursive: true, force: true });
    await cp(path.join(rootFolder, name), copy, { recursive: true });
  }

  if (source) {
    const overlays = path.join(outFolder, 'install/overlays');
    for (const overlay of await readdir(overlays)) {
      const file = path.join(overlays, overlay, 'dynamic-plugins.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, referToPackages({ text, plugins, source }));
    }
  }

  await writeFile(path.join(outFolder, 'push-images.sh'), pushScript(plugins));
  const listed = {
    backstage: backstageVersion,
    plugins: plugins.map(({ name, version, archive, image }) => ({
      name,
      version,
      archive: {
        file: path.relative(outFolder, archive.file),
        size: archive.size,
        integrity: archive.integrity,
      },
      image: {
        layout: path.relative(outFolder, image.folder),
        name: image.name,
        tag: image.tag,
        digest: image.digest,
        pluginFolder: image.pluginFolder,
      },
    })),
  };
  await writeFile(
    path.join(outFolder, 'release.json'),
    `${JSON.stringify(listed, undefined, 2)}\n`,
  );
}
