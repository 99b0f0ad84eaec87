import { spawn } from 'node:child_process';

/** Options of {@link runProgram}. */
export interface RunProgramOptions {
  /** Program to run: a path, or a name to be found on the PATH of `env`. */
  program: string;
  args: string[];
  /** Folder to run it in. */
  folder: string;
  /** Whole environment of the program. */
  env: NodeJS.ProcessEnv;
  /** Ends the program, and everything it started, when aborted. */
  signal?: AbortSignal;
}

/** How much of a failing program's output its error repeats, in characters. */
const OUTPUT_IN_ERROR = 4000;

/**
 * Runs a program to its end and returns its standard output.
 * Throws when it can't be started, is aborted or ends with another code than 0; the error ends with the program's last
 * output, as build tools tell their reason there.
 */
export async function runProgram(options: RunProgramOptions): Promise<string> {
  const { program, args, folder, env, signal } = options;
  const command = [program, ...args].join(' ');
  signal?.throwIfAborted();

  // A group of its own, so that an abort also reaches what the program started: build tools run in child processes.
  const child = spawn(program, args, {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopGroup = () => {
    const isRunning = child.exitCode === null && child.signalCode === null;
    if (child.pid !== undefined && isRunning) {
      process.kill(-child.pid, 'SIGTERM');
    }
  };
  signal?.addEventListener('abort', stopGroup, { once: true });

  let standardOutput = '';
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    standardOutput += text;
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });

  try {
    const ending = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, endSignal) =>
        resolve(code === null ? `signal ${endSignal}` : `code ${code}`),
      );
    });
    signal?.throwIfAborted();
    if (ending !== 'code 0') {
      throw new Error(
        `'${command}' in ${folder} ended with ${ending}:\n${output.slice(
          -OUTPUT_IN_ERROR,
        )}`,
      );
    }
    return standardOutput;
  } finally {
    signal?.removeEventListener('abort', stopGroup);
  }
}
