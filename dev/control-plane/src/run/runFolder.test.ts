import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openRunFolder } from './runFolder';

describe('openRunFolder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'run-folder-'));
    await writeFile(path.join(folder, 'data'), 'of an earlier start');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps what an earlier start left', async () => {
    const run = await openRunFolder({ folder });

    expect(await readdir(folder)).toContain('data');
    await run.close();
  });

  it('forgets it when asked to', async () => {
    const run = await openRunFolder({ folder, isFresh: true });

    expect(await readdir(folder)).not.toContain('data');
    await run.close();
  });

  it('touches nothing of a control plane that runs', async () => {
    const running = await openRunFolder({ folder });

    await expect(openRunFolder({ folder, isFresh: true })).rejects.toThrow(
      'A control plane already runs',
    );
    expect(await readdir(folder)).toContain('data');
    await running.close();
  });
});
