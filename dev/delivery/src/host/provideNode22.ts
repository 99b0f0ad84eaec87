import { cacheFolder, runToEnd } from '@internal/control-plane';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const version = '22.23.3';

/**
 * Node.js 22, which Developer Hub 1.8 and 1.9 run, from npm into the cache folder: the path of the program. Everything
 * else here runs with the Node.js of the toolchain.
 */
export async function provideNode22(): Promise<string> {
  if (process.versions.node.split('.')[0] === '22') {
    return process.execPath;
  }
  const room = path.join(cacheFolder(), 'toolchain');
  const platform = `${process.platform}-${process.arch}`;
  const folder = path.join(room, `node-${version}-${platform}`);
  // npm puts the platform's package beside `node` or inside of it, as it sees fit.
  const programs = [
    `node_modules/node-${platform}/bin/node`,
    `node_modules/node/node_modules/node-${platform}/bin/node`,
  ].map(file => path.join(folder, file));

  if (!programs.some(existsSync)) {
    await mkdir(room, { recursive: true });
    // A killed install must not look finished: it is made beside its place and renamed.
    const making = await mkdtemp(path.join(room, '.new-'));
    const { code, stderr } = await runToEnd('npm', {
      arguments: [
        'install',
        '--no-audit',
        '--no-fund',
        '--prefix',
        making,
        `node@${version}`,
      ],
      folder: making,
      environment: process.env,
    });
    if (code !== 0) {
      await rm(making, { recursive: true, force: true });
      throw new Error(`npm can't install Node.js ${version}: ${stderr.trim()}`);
    }
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
  }
  const program = programs.find(existsSync);
  if (!program) {
    throw new Error(
      `There is no package of Node.js ${version} for ${platform}`,
    );
  }
  return program;
}
