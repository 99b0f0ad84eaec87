import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ExportedFolder } from '../check/ExportedFolder';
import { listAt, textAt } from '../check/valueAt';

/** Sizes of a bundle of the frontend, in bytes; only scripts are counted. */
export interface BundleSize {
  /** What a portal loads at its start, whatever it shows. */
  entry: number;
  /** Everything together, shared libraries that a portal may have itself included. */
  all: number;
  /** The same, each script compressed as a portal sends it. */
  allCompressed: number;
}

/** The bundles of an exported frontend plugin. */
export interface BundleSizes {
  /** For the new frontend system. */
  moduleFederation: BundleSize;
  /** For the old one. */
  scalprum: BundleSize;
}

/** Measures the bundles of an exported frontend plugin. */
export async function measureBundles(
  exported: ExportedFolder,
): Promise<BundleSizes> {
  const { scalprumManifest, federationManifest } = exported.documents;
  const remoteEntry = textAt(
    federationManifest,
    'metaData',
    'remoteEntry',
    'name',
  );
  return {
    moduleFederation: await measure(exported, 'dist/', [`${remoteEntry}`]),
    scalprum: await measure(
      exported,
      'dist-scalprum/',
      listAt(scalprumManifest, 'loadScripts').map(String),
    ),
  };
}

async function measure(
  { folder, files }: ExportedFolder,
  below: string,
  entries: readonly string[],
): Promise<BundleSize> {
  const scripts = files.filter(
    file => file.path.startsWith(below) && file.path.endsWith('.js'),
  );
  const missing = entries.filter(
    entry => !scripts.some(script => script.path === `${below}${entry}`),
  );
  if (entries.length === 0 || missing.length > 0) {
    throw new Error(
      `The manifest in ${below} names ${
        missing.join(', ') || 'no script'
      }, which is not there`,
    );
  }
  const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);
  const compressed = await Promise.all(
    scripts.map(async script => {
      const text = await readFile(path.join(folder, script.path));
      return (await promisify(gzip)(text)).length;
    }),
  );
  return {
    entry: sum(
      scripts
        .filter(script => entries.includes(script.path.slice(below.length)))
        .map(({ size }) => size),
    ),
    all: sum(scripts.map(({ size }) => size)),
    allCompressed: sum(compressed),
  };
}
