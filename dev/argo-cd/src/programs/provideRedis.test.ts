import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provideRedis } from './provideRedis';

const log = () => {};

describe('provideRedis', () => {
  const { PATH } = process.env;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'provide-redis-'));
    // Nothing else is found, so nothing can be installed either.
    process.env.PATH = folder;
  });
  afterEach(async () => {
    process.env.PATH = PATH;
    await rm(folder, { recursive: true });
  });
  const install = async (name: string) => {
    const file = path.join(folder, name);
    await writeFile(file, '#!/bin/sh\n', { mode: 0o755 });
    return file;
  };

  it('takes a server that is installed under its own name first', async () => {
    await install('redis-check-rdb');
    const server = await install('redis-server');
    expect(await provideRedis({ log })).toBe(server);
  });

  it('takes the same program under the name that Debian gives it', async () => {
    const program = await install('redis-check-rdb');
    expect(await provideRedis({ log })).toBe(program);
  });

  it('says what to install where it can not do that itself', async () => {
    await expect(provideRedis({ log })).rejects.toThrow(
      /^Argo CD needs redis\. PATH has neither .*, and (this machine has no apt-get|only root can install packages here)\. Install redis 7/,
    );
  });
});
