import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { textAt } from './valueAt';

/** What the checks look at: an exported plugin as it lies on the disk. */
export interface ExportedFolder {
  /** Absolute path. */
  folder: string;
  manifest: ExportedManifest;
  files: ExportedFile[];
  /** What a portal reads besides the manifest; undefined where the file is missing. */
  documents: {
    /** `dist-scalprum/plugin-manifest.json` */
    scalprumManifest?: unknown;
    /** `dist/mf-manifest.json` */
    federationManifest?: unknown;
    /** `dist/configSchema.json` or, of a frontend plugin, `dist-scalprum/configSchema.json` */
    configSchema?: unknown;
  };
}

/** The `package.json` of an exported plugin, which has at least a name and a version. */
export interface ExportedManifest {
  name: string;
  version: string;
  /** The whole document, parsed. */
  document: unknown;
}

/** One file of an exported plugin. */
export interface ExportedFile {
  /** Relative to the plugin's folder, with `/` on every platform. */
  path: string;
  /** In bytes. */
  size: number;
}

/** Reads an exported plugin. Throws when its `package.json` is missing or has no name or version. */
export async function readExportedFolder(
  folder: string,
): Promise<ExportedFolder> {
  const files = await filesBelow(folder);
  const read = async (file: string): Promise<unknown> =>
    files.some(({ path: found }) => found === file)
      ? JSON.parse(await readFile(path.join(folder, file), 'utf8'))
      : undefined;
  return {
    folder,
    manifest: manifestOf(await read('package.json'), folder),
    files,
    documents: {
      scalprumManifest: await read('dist-scalprum/plugin-manifest.json'),
      federationManifest: await read('dist/mf-manifest.json'),
      configSchema:
        (await read('dist-scalprum/configSchema.json')) ??
        (await read('dist/configSchema.json')),
    },
  };
}

function manifestOf(document: unknown, folder: string): ExportedManifest {
  const name = textAt(document, 'name');
  const version = textAt(document, 'version');
  if (name === undefined || version === undefined) {
    throw new Error(
      `The export in ${folder} has no package.json with a name and a version; look at what the exporter printed`,
    );
  }
  return { name, version, document };
}

async function filesBelow(folder: string): Promise<ExportedFile[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const file = path.join(entry.parentPath, entry.name);
        return {
          path: path.relative(folder, file).replaceAll(path.sep, '/'),
          size: (await stat(file)).size,
        };
      }),
  );
}
