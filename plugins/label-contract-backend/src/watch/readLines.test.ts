import { readLines } from './readLines';

async function linesOf(...chunks: (string | Uint8Array)[]): Promise<string[]> {
  async function* stream() {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const line of readLines(stream())) {
    lines.push(line);
  }
  return lines;
}

describe('readLines', () => {
  it('finds lines wherever the chunks were cut', async () => {
    expect(await linesOf('{"a"', ':1}\n{"b":2}\n{"c"', ':3}\n')).toEqual([
      '{"a":1}',
      '{"b":2}',
      '{"c":3}',
    ]);
  });

  it('keeps a letter whole that was cut in two', async () => {
    const bytes = Buffer.from('Grüße\n');
    expect(await linesOf(bytes.subarray(0, 3), bytes.subarray(3))).toEqual([
      'Grüße',
    ]);
  });

  it('leaves out a last line that was cut off', async () => {
    expect(await linesOf('whole\nhal')).toEqual(['whole']);
  });

  it('refuses a line without end', async () => {
    const megabyte = 'x'.repeat(1024 * 1024);
    await expect(linesOf(...Array(17).fill(megabyte))).rejects.toThrow(
      /over 16777216 characters/,
    );
  });
});
