import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockFileName, lockFolder, lockState, parseLock } from './folderLock';

describe('parseLock', () => {
  it('reads process id and mark', () => {
    expect(parseLock('12\n345\n')).toEqual({ pid: 12, mark: '345' });
  });

  it.each(['', '12', '12\n', 'x\n345\n', '-1\n345\n'])(
    'takes %j for no lock',
    content => {
      expect(parseLock(content)).toBeUndefined();
    },
  );
});

describe('lockFolder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'folder-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives the folder to one owner at a time', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 8 }, () => lockFolder(folder)),
    );
    const locked = attempts.filter(({ kind }) => kind === 'locked');
    expect(locked).toHaveLength(1);
    expect(attempts.filter(({ kind }) => kind === 'taken')).toHaveLength(7);
  });

  it('names the process that has the folder', async () => {
    await lockFolder(folder);
    expect(await lockFolder(folder)).toEqual({
      kind: 'taken',
      pid: process.pid,
    });
  });

  it('can be locked again after its release, and leaves no file behind', async () => {
    const first = await lockFolder(folder);
    if (first.kind !== 'locked') {
      throw new Error('was to be locked');
    }
    await first.release();
    expect(await readdir(folder)).toEqual([]);
    expect((await lockFolder(folder)).kind).toBe('locked');
  });

  it('takes over from a process whose id belongs to another one by now', async () => {
    await writeFile(
      path.join(folder, lockFileName),
      `${process.pid}\nanother start time\n`,
    );
    expect((await lockState(folder)).kind).toBe('abandoned');
    expect((await lockFolder(folder)).kind).toBe('locked');
  });

  it('takes over from a process that is gone, once among many that try', async () => {
    await writeFile(path.join(folder, lockFileName), '2147483647\n1\n');
    const attempts = await Promise.all(
      Array.from({ length: 8 }, () => lockFolder(folder)),
    );
    expect(attempts.filter(({ kind }) => kind === 'locked')).toHaveLength(1);
  });
});
