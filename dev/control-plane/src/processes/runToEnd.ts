import { spawn } from 'node:child_process';

/** Options of {@link runToEnd}. */
export interface RunToEndOptions {
  arguments: string[];
  folder?: string;
  environment?: NodeJS.ProcessEnv;
  /** Text for standard input. */
  input?: string;
  signal?: AbortSignal;
}

/** How a program ended that could be started. */
export interface Ended {
  /** Exit code; undefined when a signal ended it. */
  code: number | undefined;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program that ends by itself and collects what it prints.
 * Rejects only when it can't be started or is aborted; a failure of the program is in `code`.
 */
export function runToEnd(
  file: string,
  options: RunToEndOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, options.arguments, {
      cwd: options.folder,
      env: options.environment,
      signal: options.signal,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    // A program that ends without reading its input closes the pipe; its exit code tells the story.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input);
    child.on('error', reject);
    child.on('close', code =>
      resolve({
        code: code ?? undefined,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
}
