import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { extract } from 'tar';
import { listAt, textAt } from '../check/valueAt';
import type { PackedImage } from '../pack/PackedPlugin';

/**
 * Installs the plugin of an image into a portal's folder of plugins as Developer Hub's installer does: opens the first
 * layer and takes what begins with the name of the plugin's folder. Returns the new folder.
 */
export async function installImage(options: {
  image: PackedImage;
  rootDirectory: string;
}): Promise<string> {
  const { image, rootDirectory } = options;
  const fileOf = (digest: string) =>
    path.join(image.folder, 'blobs', ...digest.split(':'));
  const manifest: unknown = JSON.parse(
    await readFile(fileOf(image.digest), 'utf8'),
  );
  const layer = textAt(listAt(manifest, 'layers')[0], 'digest');
  if (layer === undefined) {
    throw new Error(`The image ${image.name}:${image.tag} has no layer`);
  }
  await mkdir(rootDirectory, { recursive: true });
  await extract({
    file: fileOf(layer),
    cwd: rootDirectory,
    filter: name => name.startsWith(image.pluginFolder),
  });
  return path.join(rootDirectory, image.pluginFolder);
}
