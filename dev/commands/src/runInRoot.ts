import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rootFolder } from '@internal/portal';

/**
 * Runs a program of this repository's dependencies in its root, with the output of this process.
 * Throws when it ends with anything but 0.
 */
export async function runInRoot(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
  const child = spawn('yarn', [program, ...args], {
    cwd: rootFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(`${program} ended with ${signal ?? `code ${code}`}`);
  }
}
