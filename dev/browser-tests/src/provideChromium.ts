import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/**
 * Finds Chromium: `CHROMIUM_PATH`, PATH, or installs Debian's package where this process may.
 *
 * @returns the path of the program. Throws with what to do where it cannot be had.
 */
export async function provideChromium(options: {
  log: (line: string) => void;
  env?: NodeJS.ProcessEnv;
}): Promise<string> {
  const { log, env = process.env } = options;
  if (env.CHROMIUM_PATH) {
    if (await isProgram(env.CHROMIUM_PATH)) {
      return env.CHROMIUM_PATH;
    }
    throw new Error(
      `CHROMIUM_PATH is '${env.CHROMIUM_PATH}', which is no program`,
    );
  }

  const found = await findOnPath(env);
  if (found) {
    return found;
  }

  const problem = await installFromDebian({ log, env });
  const installed = await findOnPath(env);
  if (installed) {
    return installed;
  }
  throw new Error(
    `The browser tests need Chromium. CHROMIUM_PATH is not set, PATH has none of ${NAMES.join(
      ', ',
    )}, and ${problem}. Install it, or set CHROMIUM_PATH.`,
  );
}

async function findOnPath(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const file of NAMES.flatMap(name => folders.map(f => join(f, name)))) {
    if (await isProgram(file)) {
      return file;
    }
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Says why it could not; what it installed is then found on PATH. */
async function installFromDebian(options: {
  log: (line: string) => void;
  env: NodeJS.ProcessEnv;
}): Promise<string> {
  const { log, env } = options;
  if (process.getuid?.() !== 0) {
    return 'only root can install packages here';
  }
  if (!(await findProgram('apt-get', env))) {
    return 'this machine has no apt-get';
  }
  log('Chromium: installing it with apt-get (about 1 minute)');
  try {
    const run = promisify(execFile);
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '--yes', 'chromium'], {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 64 * 1024 * 1024,
    });
    return 'apt-get installed a package without that program';
  } catch (error) {
    return `apt-get could not install it: ${
      error instanceof Error ? error.message : error
    }`;
  }
}

async function findProgram(
  name: string,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const found = await Promise.all(folders.map(f => isProgram(join(f, name))));
  return found.includes(true);
}
