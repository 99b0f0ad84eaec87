import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { providePrometheus } from './providePrometheus';

describe('providePrometheus', () => {
  const { PATH, PORTAL_CACHE } = process.env;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'provide-prometheus-'));
    // Nothing else is found, so nothing can be downloaded either.
    process.env.PATH = folder;
    process.env.PORTAL_CACHE = folder;
  });
  afterEach(async () => {
    process.env.PATH = PATH;
    delete process.env.PORTAL_CACHE;
    if (PORTAL_CACHE !== undefined) {
      process.env.PORTAL_CACHE = PORTAL_CACHE;
    }
    await rm(folder, { recursive: true });
  });
  const install = async (name: string) => {
    const file = path.join(folder, name);
    await writeFile(file, '#!/bin/sh\n', { mode: 0o755 });
    return file;
  };

  it('takes what is installed', async () => {
    expect({
      prometheus: await install('prometheus'),
      promtool: await install('promtool'),
    }).toEqual(await providePrometheus());
  });

  it('does not do with one of the two, and says what to install', async () => {
    await install('prometheus');
    await expect(providePrometheus()).rejects.toThrow(
      'The tests of monitoring need Prometheus. PATH has no prometheus and promtool, and this machine has no apt-get and dpkg-deb. Install Prometheus 2.42 or newer.',
    );
  });
});
