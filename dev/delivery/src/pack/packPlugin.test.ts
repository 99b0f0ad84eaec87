import { createHash } from 'node:crypto';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { listAt, textAt, valueAt } from '../check/valueAt';
import { installImage } from '../install/installImage';
import { deliveredPlugins } from '../plugins/deliveredPlugins';
import type { PackedImage } from './PackedPlugin';
import { packPlugin } from './packPlugin';

const [plugin] = deliveredPlugins;

const manifest = {
  name: '@scope/plugin-x-backend-dynamic',
  version: '1.2.3',
  license: 'Apache-2.0',
  main: 'dist/index.cjs.js',
  files: ['dist'],
  backstage: { role: 'backend-plugin', 'supported-versions': '>=1.42.0 <2' },
  dependencies: { a: '1.0.0' },
  bundleDependencies: true,
};

const files = {
  'package.json': JSON.stringify(manifest),
  'dist/index.cjs.js': 'module.exports = {};',
  'node_modules/a/package.json': '{"name":"a","version":"1.0.0"}',
  'node_modules/a/index.js': '// a',
  'not-packed.txt': 'left behind',
};

describe('packPlugin', () => {
  let work: string;

  beforeEach(async () => {
    work = await mkdtemp(path.join(os.tmpdir(), 'portal-pack-test-'));
  });

  afterEach(() => rm(work, { recursive: true, force: true }));

  async function pack(
    options: { content?: Record<string, string>; out?: string } = {},
  ) {
    const { content = files, out = 'out' } = options;
    const folder = path.join(work, `plugin-${out}`);
    for (const [name, text] of Object.entries(content)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      // A time that is not that of another run.
      await utimes(file, new Date(), new Date(Math.random() * 1e12));
    }
    return packPlugin({
      plugin,
      folder,
      backstageVersion: '1.55.0',
      outFolder: path.join(work, out),
      env: process.env,
    });
  }

  async function blob(image: PackedImage, digest: unknown): Promise<Buffer> {
    const content = await readFile(
      path.join(image.folder, 'blobs', ...`${digest}`.split(':')),
    );
    expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(
      digest,
    );
    return content;
  }

  it('makes an archive with the hash that an installer computes', async () => {
    const { archive } = await pack();
    const content = await readFile(archive.file);
    expect(path.basename(archive.file)).toBe(
      'scope-plugin-x-backend-dynamic-1.2.3.tgz',
    );
    expect(archive).toMatchObject({
      size: content.length,
      integrity: `sha512-${createHash('sha512')
        .update(content)
        .digest('base64')}`,
    });
  });

  it('makes an image whose every blob is what its digest says', async () => {
    const { image } = await pack();
    expect(image).toMatchObject({
      name: 'scope-plugin-x-backend',
      tag: 'bs_1.55.0__1.2.3',
      pluginFolder: 'scope-plugin-x-backend',
    });
    const index = JSON.parse(
      await readFile(path.join(image.folder, 'index.json'), 'utf8'),
    );
    expect(
      listAt(index, 'manifests').map(one => textAt(one, 'digest')),
    ).toEqual([image.digest]);

    const imageManifest = JSON.parse(`${await blob(image, image.digest)}`);
    const [layer, ...others] = listAt(imageManifest, 'layers');
    expect(others).toEqual([]);
    const packed = await blob(image, valueAt(layer, 'digest'));
    expect(valueAt(layer, 'size')).toBe(packed.length);
    const config = JSON.parse(
      `${await blob(image, valueAt(imageManifest, 'config', 'digest'))}`,
    );
    expect(valueAt(config, 'rootfs', 'diff_ids')).toEqual([
      `sha256:${createHash('sha256').update(gunzipSync(packed)).digest('hex')}`,
    ]);
  });

  it('says in the annotation which folder holds which package', async () => {
    const { image } = await pack();
    const imageManifest = JSON.parse(`${await blob(image, image.digest)}`);
    const annotation = textAt(
      imageManifest,
      'annotations',
      'io.backstage.dynamic-packages',
    );
    expect(JSON.parse(`${Buffer.from(`${annotation}`, 'base64')}`)).toEqual([
      {
        'scope-plugin-x-backend': {
          name: manifest.name,
          version: '1.2.3',
          license: 'Apache-2.0',
          backstage: manifest.backstage,
        },
      },
    ]);
  });

  it('puts the same files into both, and none that the manifest leaves out', async () => {
    const { image } = await pack();
    const rootDirectory = path.join(work, 'installed');
    const installed = await installImage({ image, rootDirectory });
    const entries = await readdir(installed, {
      recursive: true,
      withFileTypes: true,
    });
    expect(
      entries
        .filter(entry => entry.isFile())
        .map(entry =>
          path.relative(installed, path.join(entry.parentPath, entry.name)),
        )
        .sort(),
    ).toEqual([
      'dist/index.cjs.js',
      'node_modules/a/index.js',
      'node_modules/a/package.json',
      'package.json',
    ]);
  });

  it('makes the same of the same files, whenever they were written', async () => {
    const [first, second] = [
      await pack({ out: 'first' }),
      await pack({ out: 'second' }),
    ];
    expect(second.image.digest).toBe(first.image.digest);
    expect(second.archive.integrity).toBe(first.archive.integrity);
  });

  it('refuses a plugin whose manifest leaves out what it needs', async () => {
    const forgetful = {
      ...manifest,
      configSchema: 'config.d.ts',
      files: ['dist/index.cjs.js'],
    };
    const content = {
      ...files,
      'package.json': JSON.stringify(forgetful),
      'dist/configSchema.json': '{ "$schema": "x", "type": "object" }',
    };
    await expect(pack({ content })).rejects.toThrow(
      /schema of its configuration is there; configSchema\.json is missing/,
    );
  });

  it('refuses an archive that is too large', async () => {
    // Nothing that could be compressed.
    let noise = '';
    while (noise.length < 14_000_000) {
      noise += createHash('sha512').update(`${noise.length}`).digest('base64');
    }
    await expect(
      pack({ content: { ...files, 'dist/noise.js': noise } }),
    ).rejects.toThrow(/\.tgz has \d+ bytes; 10000000 are allowed/);
  });
});
