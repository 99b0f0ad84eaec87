import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { processMark, startTimeOfStat } from './processMark';

describe('startTimeOfStat', () => {
  it('finds field 22 also behind a name with blanks and parentheses', () => {
    const fields = Array.from({ length: 50 }, (_, index) => `f${index + 3}`);
    expect(startTimeOfStat(`7 (a (b) c) ${fields.join(' ')}`)).toBe('f22');
  });

  it('finds nothing in an empty text', () => {
    expect(startTimeOfStat('')).toBeUndefined();
  });
});

describe('processMark', () => {
  it('stays the same for a process, and is gone with it', async () => {
    const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const mark = await processMark(pid);
    expect(mark).toMatch(/\S/);
    expect(await processMark(pid)).toBe(mark);
    child.stdin.end();
    await once(child, 'exit');
    expect(await processMark(pid)).toBeUndefined();
  });
});
