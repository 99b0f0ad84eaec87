import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { criLog, writeContainerLogs } from './containerLogs';

const time = new Date('2026-01-01T00:00:00.000Z');

describe('criLog', () => {
  it('puts time, stream and the mark of a full line before every line', () => {
    expect(criLog('one\ntwo words\n', time)).toBe(
      '2026-01-01T00:00:00.000000000Z stdout F one\n' +
        '2026-01-01T00:00:00.000000000Z stdout F two words\n',
    );
  });
});

describe('writeContainerLogs', () => {
  it('takes the container from the file name, and default.log for all others', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'container-logs-'));
    const to = path.join(folder, 'out');
    await writeFile(path.join(folder, 'default.log'), 'Started\n');
    await writeFile(path.join(folder, 'shop.log'), 'Sold out\n');
    const logs = await writeContainerLogs({ from: folder, to, time });
    expect(logs).toEqual([
      { file: path.join(to, 'default.log') },
      { container: 'shop', file: path.join(to, 'shop.log') },
    ]);
    expect(await readFile(path.join(to, 'shop.log'), 'utf8')).toContain(
      ' stdout F Sold out\n',
    );
    await rm(folder, { recursive: true });
  });
});
