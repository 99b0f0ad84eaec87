import { spawn } from 'node:child_process';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { fingerprintOf } from './fingerprintOf';
import { rootFolder } from './rootFolder';
import { tailOf } from './tailOf';

const appFolder = join(rootFolder, 'dev/app');
const stampFile = join(rootFolder, 'build/app.stamp');
const logFile = join(rootFolder, 'build/app.log');

/** Everything that ends up in the app, or decides how it is built. */
const INPUTS = [
  'dev/app',
  'plugins/label-contract',
  'plugins/label-contract-common',
  'app-config.yaml',
  'yarn.lock',
];

/**
 * Builds the app that the backend serves, unless the last build is of the same sources.
 */
export async function buildApp(options: {
  log: (line: string) => void;
  signal?: AbortSignal;
}): Promise<void> {
  const fingerprint = await fingerprintOf(INPUTS);
  const builtFrom = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (
    builtFrom === fingerprint &&
    existsSync(join(appFolder, 'dist/index.html'))
  ) {
    return;
  }

  options.log('App: building (about 1 minute)');
  await mkdir(join(rootFolder, 'build'), { recursive: true });
  const output = await open(logFile, 'w');
  const build = spawn('yarn', ['backstage-cli', 'package', 'build'], {
    cwd: appFolder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', output.fd, output.fd],
    signal: options.signal,
  });
  const [code] = await once(build, 'exit');
  await output.close();
  if (code !== 0) {
    throw new Error(
      `Building the app failed; the end of ${logFile}:\n${await tailOf(
        logFile,
      )}`,
    );
  }
  await writeFile(stampFile, fingerprint);
}
