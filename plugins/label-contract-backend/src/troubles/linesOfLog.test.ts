import { linesOfLog } from './linesOfLog';

const MOST = 20;

describe('linesOfLog', () => {
  it('keeps as many of the last lines as are wanted, oldest first, without ends and blanks', () => {
    const text = Array.from({ length: 30 }, (_, index) => `line ${index}`).join(
      '\r\n\n',
    );
    const lines = linesOfLog(`${text}\n`, MOST);
    expect(lines).toHaveLength(20);
    expect([lines[0], lines[19]]).toEqual(['line 10', 'line 29']);
  });

  it('masks secrets, also one that the cap would cut in half', () => {
    const [line] = linesOfLog(
      `${'x'.repeat(990)} postgres://robot:s3cret-of-many-letters@db:5432`,
      MOST,
    );
    expect(line).not.toContain('s3cret');
    expect(line).toHaveLength(1_000);
  });

  it('masks a key of many lines whose first line is not kept', () => {
    const key = Array.from({ length: 25 }, (_, index) => `MIIE${index}secret`);
    const lines = linesOfLog(
      [
        '-----BEGIN PRIVATE KEY-----',
        ...key,
        '-----END PRIVATE KEY-----',
        'and then it crashed',
      ].join('\n'),
      MOST,
    );
    expect(lines).toHaveLength(20);
    expect(lines.join('\n')).not.toContain('secret');
    expect(lines.at(-1)).toBe('and then it crashed');
  });

  it('has no lines of an empty log', () => {
    expect(linesOfLog('\n \n', MOST)).toEqual([]);
  });
});
