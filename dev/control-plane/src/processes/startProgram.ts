import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from '../folders';

/** Options of {@link startProgram}. */
export interface StartProgramOptions {
  /** Name for messages and for the log file. */
  name: string;
  file: string;
  arguments: string[];
  /** Folder for `<name>.log`, which is written anew. */
  logFolder: string;
  environment?: NodeJS.ProcessEnv;
  /** Signal that asks it to end. Default `TERM`. */
  stopSignal?: 'TERM' | 'KILL';
}

/** A program that runs until it is stopped. */
export interface RunningProgram {
  name: string;
  /** Rejects with the tail of the log when the program ends without having been stopped; otherwise never settles. */
  failed: Promise<never>;
  /** Asks it to end and waits until it has; kills it after 20 seconds. Safe to call twice, or after it failed. */
  stop(): Promise<void>;
}

const guard = path.join(
  packageFolder,
  'src',
  'processes',
  'untilParentEnds.sh',
);
const tailLines = 15;

async function readTail(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n');
  return lines.slice(-tailLines).join('\n');
}

/**
 * Starts a program that ends with this process, whichever way this process ends; its output goes to a log file.
 * How that works is explained in `untilParentEnds.sh`.
 */
export function startProgram(options: StartProgramOptions): RunningProgram {
  const { name, file, logFolder, stopSignal = 'TERM' } = options;
  const logFile = path.join(logFolder, `${name}.log`);
  const logDescriptor = openSync(logFile, 'w', 0o600);
  const child = spawn(
    '/bin/sh',
    [guard, stopSignal, file, ...options.arguments],
    {
      detached: true,
      env: options.environment,
      stdio: ['pipe', logDescriptor, logDescriptor],
    },
  );
  closeSync(logDescriptor);
  child.stdin?.on('error', () => {});

  let isStopping = false;
  const ended = new Promise<string>(resolve => {
    child.on('exit', (code, signal) =>
      resolve(signal ? `by signal ${signal}` : `with exit code ${code}`),
    );
    child.on('error', error => resolve(`before it started: ${error.message}`));
  });
  const failed = new Promise<never>((_, reject) => {
    ended.then(async how => {
      child.stdin?.destroy();
      if (!isStopping) {
        const tail = await readTail(logFile).catch(() => '(no log)');
        reject(
          new Error(
            `${name} ended ${how}. The end of its log, ${logFile}:\n${tail}`,
          ),
        );
      }
    });
  });
  // Whoever waits for the program races this promise; nobody has to.
  failed.catch(() => {});

  return {
    name,
    failed,
    async stop() {
      isStopping = true;
      child.stdin?.end();
      await ended;
    },
  };
}
