const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { cacheFolder } = require('./cacheFolder');
const { runProgram } = require('./runProgram');

const NODE_MAJOR = '24';
const NODE_VERSION = '24.21.0';
const YARN_VERSION = '4.17.1';

/**
 * Provides Node 24 and Yarn 4 in the cache folder, without touching the machine's own.
 *
 * Both come from npm: the `node` package carries the program of each platform as a package, so
 * nothing is downloaded from anywhere else.
 *
 * @returns `{ node, yarnScript, env }`: two files, and an environment whose PATH finds both first.
 */
async function provideToolchain({ log }) {
  const folder = path.join(
    cacheFolder(),
    'toolchain',
    `node-${NODE_VERSION}-yarn-${YARN_VERSION}-${process.platform}-${process.arch}`,
  );
  const modules = path.join(folder, 'node_modules');
  const isNodeGood = process.versions.node.split('.')[0] === NODE_MAJOR;
  const yarnScript = path.join(modules, '@yarnpkg/cli-dist/bin/yarn.js');
  const ownNode = path.join(
    modules,
    `node/node_modules/node-${process.platform}-${process.arch}/bin/node`,
  );
  // npm puts the platform's package beside `node` or inside of it, as it sees fit.
  const ownNodeElsewhere = path.join(
    modules,
    `node-${process.platform}-${process.arch}/bin/node`,
  );
  const findNode = () =>
    isNodeGood
      ? process.execPath
      : [ownNode, ownNodeElsewhere].find(file => fs.existsSync(file));

  if (!fs.existsSync(yarnScript) || !findNode()) {
    log(
      isNodeGood
        ? `Yarn ${YARN_VERSION}: fetching it into the cache (a few seconds)`
        : `Node ${NODE_VERSION} and Yarn ${YARN_VERSION}: fetching them into the cache (about 10 s); this machine has Node ${process.versions.node}`,
    );
    await installInto({ folder });
  }

  const node = findNode();
  if (!node) {
    throw new Error(
      `There is no package of Node ${NODE_VERSION} for ${process.platform} ${process.arch}. Install Node ${NODE_MAJOR} and run the command with it.`,
    );
  }
  return { node, yarnScript, env: environment({ folder, node, yarnScript }) };
}

async function installInto({ folder }) {
  // A killed install must not look finished: it is made beside its place and renamed.
  const making = `${folder}.${process.pid}`;
  fs.mkdirSync(making, { recursive: true });
  try {
    await runProgram({
      command: 'npm',
      args: [
        'install',
        '--no-audit',
        '--no-fund',
        '--prefix',
        making,
        `node@${NODE_VERSION}`,
        `@yarnpkg/cli-dist@${YARN_VERSION}`,
      ],
      cwd: making,
      env: process.env,
      logFile: `${making}.log`,
    });
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(making, folder);
  } finally {
    fs.rmSync(making, { recursive: true, force: true });
    fs.rmSync(`${making}.log`, { force: true });
  }
}

function environment({ folder, node, yarnScript }) {
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin, { recursive: true });
  writeLauncher(path.join(bin, 'node'), `exec "${node}" "$@"`);
  writeLauncher(path.join(bin, 'yarn'), `exec "${node}" "${yarnScript}" "$@"`);

  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    YARN_ENABLE_TELEMETRY: '0',
  };
  // Yarn has settings of its own; where a machine is set up for npm, Yarn follows it.
  const registry = npmSetting('registry');
  if (registry && !env.YARN_NPM_REGISTRY_SERVER) {
    env.YARN_NPM_REGISTRY_SERVER = registry;
  }
  const authorities = npmSetting('cafile');
  if (authorities && !env.NODE_EXTRA_CA_CERTS) {
    env.NODE_EXTRA_CA_CERTS = authorities;
  }
  return env;
}

function writeLauncher(file, line) {
  const text = `#!/bin/sh\n${line}\n`;
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) {
    return;
  }
  const making = `${file}.${process.pid}`;
  fs.writeFileSync(making, text, { mode: 0o755 });
  fs.renameSync(making, file);
}

function npmSetting(name) {
  try {
    const value = execFileSync('npm', ['config', 'get', name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return ['', 'null', 'undefined'].includes(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

module.exports = { provideToolchain };
