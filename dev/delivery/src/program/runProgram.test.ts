import { runProgram } from './runProgram';

const node = (script: string, signal?: AbortSignal) =>
  runProgram({
    program: process.execPath,
    args: ['-e', script],
    folder: process.cwd(),
    env: process.env,
    signal,
  });

describe('runProgram', () => {
  it('returns the standard output', async () => {
    await expect(
      node("console.log('out'); console.error('err')"),
    ).resolves.toBe('out\n');
  });

  it('repeats what a failing program printed', async () => {
    await expect(
      node("console.error('the reason'); process.exitCode = 3"),
    ).rejects.toThrow(/ended with code 3:\nthe reason/);
  });

  it('says which program can not be started', async () => {
    await expect(
      runProgram({
        program: 'no-such-program',
        args: [],
        folder: process.cwd(),
        env: process.env,
      }),
    ).rejects.toThrow('no-such-program');
  });

  it('ends the program when aborted', async () => {
    const controller = new AbortController();
    const running = node('setInterval(() => {}, 1000)', controller.signal);
    controller.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
  });
});
