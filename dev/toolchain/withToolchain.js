// Runs any command with the project's Node and Yarn first in PATH.
const path = require('node:path');
const { installDependencies } = require('./installDependencies');
const { provideToolchain } = require('./provideToolchain');
const { runToEnd } = require('./runToEnd');

const rootFolder = path.resolve(__dirname, '..', '..');

async function main([command, ...args]) {
  if (!command) {
    throw new Error('Usage: dev/with-toolchain COMMAND [ARGUMENT ...]');
  }
  const log = line => process.stderr.write(`${line}\n`);
  const toolchain = await provideToolchain({ log });
  const isInstall =
    command === 'yarn' && ['install', 'add', 'up', 'dedupe'].includes(args[0]);
  if (!isInstall) {
    await installDependencies({ rootFolder, toolchain, log });
  }
  return runToEnd({ command, args, cwd: process.cwd(), env: toolchain.env });
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
