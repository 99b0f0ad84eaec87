import { runToEnd } from '../processes/runToEnd';
import { findIn, foldersOfPath } from './findOnPath';

/** Options of {@link installFromDebian}. */
export interface InstallFromDebianOptions {
  /** Name of Debian's package. */
  name: string;
  log: (line: string) => void;
  signal?: AbortSignal;
}

/**
 * Installs a package of Debian where this process may.
 * @returns why it could not, as the end of a sentence, or undefined
 */
export async function installFromDebian(
  options: InstallFromDebianOptions,
): Promise<string | undefined> {
  const { name, log, signal } = options;
  if (process.getuid?.() !== 0) {
    return 'only root can install packages here';
  }
  const aptGet = await findIn(foldersOfPath(), 'apt-get');
  if (!aptGet) {
    return 'this machine has no apt-get';
  }
  log(`Installing ${name} with apt-get (up to a minute)`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', name]]) {
    const ended = await runToEnd(aptGet, {
      arguments: args,
      environment,
      signal,
    });
    if (ended.code !== 0) {
      return `"apt-get ${args.join(' ')}" failed: ${ended.stderr
        .trim()
        .slice(-500)}`;
    }
  }
  return undefined;
}
