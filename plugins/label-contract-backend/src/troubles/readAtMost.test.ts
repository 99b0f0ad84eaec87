import { Readable } from 'node:stream';
import { readAtMost } from './readAtMost';

describe('readAtMost', () => {
  it('reads a text, also where a letter is divided', async () => {
    const bytes = Buffer.from('über');
    const body = Readable.from([bytes.subarray(0, 1), bytes.subarray(1)]);
    expect(await readAtMost(body, 5)).toBe('über');
  });

  it('stops to read what is longer than it may be', async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(10);
      }
    }
    await expect(readAtMost(endless(), 25)).rejects.toThrow(
      'the answer is longer than 25 bytes',
    );
    expect(sent).toBe(3);
  });
});
