import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { processMark } from '../run/processMark';
import { startProgram } from './startProgram';
import { waitUntil } from './waitUntil';

describe('startProgram', () => {
  let logFolder: string;
  beforeEach(async () => {
    logFolder = await mkdtemp(path.join(tmpdir(), 'start-program-'));
  });
  afterEach(() => rm(logFolder, { recursive: true }));

  /** The process id that the program itself wrote as its first line. */
  const pidInLog = () =>
    waitUntil(
      async () => {
        const log = await readFile(path.join(logFolder, 'program.log'), 'utf8');
        const pid = /^(\d+)\n/.exec(log)?.[1];
        return pid
          ? { done: true, value: Number(pid) }
          : { done: false, why: `the log is ${JSON.stringify(log)}` };
      },
      { what: 'the process id', timeoutSeconds: 10 },
    );

  const untilGone = (pid: number) =>
    waitUntil(
      async () =>
        (await processMark(pid)) === undefined
          ? { done: true, value: undefined }
          : { done: false, why: `process ${pid} runs` },
      { what: 'the end of the program', timeoutSeconds: 10 },
    );

  it('stops the program, and has stopped it when stop resolves', async () => {
    const program = startProgram({
      name: 'program',
      file: '/bin/sh',
      arguments: ['-c', 'echo $$; exec sleep 600'],
      logFolder,
    });
    const pid = await pidInLog();
    await program.stop();
    expect(await processMark(pid)).toBeUndefined();
    await program.stop();
  });

  it('kills a program that ignores TERM where that is asked for', async () => {
    const program = startProgram({
      name: 'program',
      file: '/bin/sh',
      arguments: ['-c', 'trap "" TERM; echo $$; exec sleep 600'],
      logFolder,
      stopSignal: 'KILL',
    });
    const pid = await pidInLog();
    await program.stop();
    expect(await processMark(pid)).toBeUndefined();
  });

  it('fails with exit code and the end of the log when the program ends by itself', async () => {
    const program = startProgram({
      name: 'program',
      file: '/bin/sh',
      arguments: ['-c', 'echo no room at the inn >&2; exit 3'],
      logFolder,
    });
    await expect(program.failed).rejects.toThrow(
      /program ended with exit code 3.*\nno room at the inn/,
    );
    await program.stop();
  });

  it('ends the program when this process is killed without a chance to clean up', async () => {
    const guard = path.join(__dirname, 'untilParentEnds.sh');
    const log = path.join(logFolder, 'program.log');
    // A parent of its own, as killing the test's process would end the test.
    const parent = spawn(process.execPath, [
      '-e',
      `const { openSync } = require('node:fs');
       const log = openSync(${JSON.stringify(log)}, 'w');
       require('node:child_process').spawn('/bin/sh',
         [${JSON.stringify(
           guard,
         )}, 'TERM', '/bin/sh', '-c', 'echo $$; exec sleep 600'],
         { detached: true, stdio: ['pipe', log, log] });`,
    ]);
    await once(parent, 'spawn');
    const pid = await waitUntil(
      async () => {
        const text = await readFile(log, 'utf8').catch(() => '');
        return text.endsWith('\n')
          ? { done: true, value: Number(text) }
          : { done: false, why: 'no process id in the log' };
      },
      { what: 'the program to start', timeoutSeconds: 10 },
    );
    expect(await processMark(pid)).toBeDefined();
    parent.kill('SIGKILL');
    await untilGone(pid);
  });
});
