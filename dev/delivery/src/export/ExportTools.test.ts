import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createExportTools, environmentOfBuilds } from './ExportTools';

const rootFolder = path.resolve(__dirname, '../../../..');

describe('createExportTools', () => {
  let bin: string;

  beforeEach(async () => {
    bin = await mkdtemp(path.join(os.tmpdir(), 'export-tools-'));
  });

  afterEach(() => rm(bin, { recursive: true }));

  it('says what to do where there is no Yarn', async () => {
    await expect(
      createExportTools({ rootFolder, env: { PATH: bin } }),
    ).rejects.toThrow(/needs a 'yarn' on PATH.*npm run export/);
  });

  it('refuses Yarn 1, which would install from the lock file of Yarn 4', async () => {
    const yarn = path.join(bin, 'yarn');
    await writeFile(yarn, '#!/bin/sh\necho 1.22.22\n');
    await chmod(yarn, 0o755);
    await expect(
      createExportTools({ rootFolder, env: { PATH: bin } }),
    ).rejects.toThrow('needs Yarn 4 on PATH and found Yarn 1.22.22');
  });
});

describe('environmentOfBuilds', () => {
  it('drops what a test run sets, and keeps the rest', () => {
    expect(
      environmentOfBuilds({
        PATH: '/bin',
        NODE_ENV: 'test',
        NODE_OPTIONS: '--no-warnings',
        JEST_WORKER_ID: '1',
      }),
    ).toEqual({ PATH: '/bin' });
  });
});
