import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { create } from 'tar';
import type { ExportedManifest } from '../check/ExportedFolder';
import { valueAt } from '../check/valueAt';
import { nameOfImage } from '../plugins/nameOfImage';
import type { PackedImage } from './PackedPlugin';

/** The one annotation that Developer Hub's installer reads: which plugins are inside, each under the name of its folder. */
export const PACKAGES_ANNOTATION = 'io.backstage.dynamic-packages';

/** What the annotation says of a plugin, besides the name of its folder. */
const DESCRIBING_FIELDS = [
  'name',
  'version',
  'description',
  'backstage',
  'license',
];

/** Options of {@link packImage}. */
export interface PackImageOptions {
  /** The plugin as it was packed and unpacked again. */
  folder: string;
  manifest: ExportedManifest;
  /** Version of Backstage that it was built with. */
  backstageVersion: string;
  /** Folder to put the layout in, under the name of the image; an older one is replaced. */
  outFolder: string;
}

/**
 * Writes an image with one plugin as an OCI image layout.
 *
 * One layer, compressed with gzip: the installer opens the first layer alone, and that of version 1.8 nothing but gzip.
 * One plugin: the installer takes what begins with the name of the folder, and one plugin's name begins another's.
 * The same files make the same digest: no time and no owner of a file comes in.
 */
export async function packImage(
  options: PackImageOptions,
): Promise<PackedImage> {
  const { folder, manifest, backstageVersion, outFolder } = options;
  const name = nameOfImage(manifest.name);
  const tag = `bs_${backstageVersion}__${manifest.version}`;
  const layout = path.join(outFolder, name);
  await rm(layout, { recursive: true, force: true });
  await mkdir(path.join(layout, 'blobs/sha256'), { recursive: true });

  const layer = await layerOf({ folder, pluginFolder: name });
  const layerBlob = await writeBlob(
    layout,
    'application/vnd.oci.image.layer.v1.tar+gzip',
    await promisify(gzip)(layer, { level: 9 }),
  );
  const configBlob = await writeJsonBlob(
    layout,
    'application/vnd.oci.image.config.v1+json',
    {
      // An image has to name a machine. There is no machine's code inside, and the installer asks for this one.
      architecture: 'amd64',
      os: 'linux',
      config: {},
      rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
    },
  );
  const manifestBlob = await writeJsonBlob(
    layout,
    'application/vnd.oci.image.manifest.v1+json',
    {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: configBlob,
      layers: [layerBlob],
      annotations: {
        [PACKAGES_ANNOTATION]: packagesAnnotation(name, manifest),
        'org.opencontainers.image.title': name,
        'org.opencontainers.image.version': manifest.version,
      },
    },
  );
  await writeFile(
    path.join(layout, 'oci-layout'),
    JSON.stringify({ imageLayoutVersion: '1.0.0' }),
  );
  await writeFile(
    path.join(layout, 'index.json'),
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      // Without the tag as a name: two underscores are not allowed in one.
      manifests: [manifestBlob],
    }),
  );
  return {
    folder: layout,
    name,
    tag,
    digest: manifestBlob.digest,
    pluginFolder: name,
  };
}

/** A list with one object for each plugin, as JSON in base64. */
function packagesAnnotation(
  pluginFolder: string,
  manifest: ExportedManifest,
): string {
  const described = Object.fromEntries(
    DESCRIBING_FIELDS.map(field => [field, valueAt(manifest.document, field)]),
  );
  return Buffer.from(JSON.stringify([{ [pluginFolder]: described }])).toString(
    'base64',
  );
}

async function layerOf(options: {
  folder: string;
  pluginFolder: string;
}): Promise<Buffer> {
  const { folder, pluginFolder } = options;
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .sort();
  const archive = create(
    {
      cwd: folder,
      prefix: pluginFolder,
      // Without who owns a file here and when it was written, which would change the digest and nothing else.
      portable: true,
      mtime: new Date(0),
      strict: true,
    },
    files,
  );
  const chunks: Buffer[] = [];
  for await (const chunk of archive) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
}

function writeJsonBlob(
  layout: string,
  mediaType: string,
  document: unknown,
): Promise<Descriptor> {
  return writeBlob(layout, mediaType, Buffer.from(JSON.stringify(document)));
}

async function writeBlob(
  layout: string,
  mediaType: string,
  content: Buffer,
): Promise<Descriptor> {
  const digest = digestOf(content);
  await writeFile(path.join(layout, 'blobs', ...digest.split(':')), content);
  return { mediaType, digest, size: content.length };
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
