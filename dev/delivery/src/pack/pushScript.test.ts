import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runProgram } from '../program/runProgram';
import type { PackedPlugin } from './PackedPlugin';
import { pushScript } from './pushScript';

const plugin: PackedPlugin = {
  name: '@scope/plugin-x-dynamic',
  version: '1.0.0',
  archive: { file: '/x.tgz', size: 1, integrity: 'sha512-AAAA==' },
  image: {
    folder: '/images/scope-plugin-x',
    name: 'scope-plugin-x',
    tag: 'bs_1.55.0__1.0.0',
    digest: 'sha256:0a',
    pluginFolder: 'scope-plugin-x',
  },
};

describe('pushScript', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'portal-push-'));
    // Says what it was asked instead of doing it.
    const skopeo = path.join(folder, 'skopeo');
    await writeFile(skopeo, '#!/bin/sh\necho "$@"\n');
    await chmod(skopeo, 0o755);
    await writeFile(path.join(folder, 'push-images.sh'), pushScript([plugin]));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    runProgram({
      program: 'sh',
      args: [path.join(folder, 'push-images.sh'), ...args],
      folder: os.tmpdir(),
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    });

  it('copies each image under its tag, and hands on what else it is told', async () => {
    await expect(
      run('registry.example.com:5000/p', '--dest-authfile', 'auth file.json'),
    ).resolves.toBe(
      'copy --preserve-digests --dest-authfile auth file.json oci:images/scope-plugin-x ' +
        'docker://registry.example.com:5000/p/scope-plugin-x:bs_1.55.0__1.0.0\n',
    );
  });

  it('asks for a registry', async () => {
    await expect(run()).rejects.toThrow('which registry');
  });
});
