import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { installFromDebian } from '@internal/control-plane';

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

  const problem =
    (await installFromDebian({ name: 'chromium', log })) ??
    'apt-get installed a package without that program';
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
