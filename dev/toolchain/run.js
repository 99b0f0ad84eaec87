// Runs a command of this project: `node dev/toolchain/run.js start`. Plain JavaScript without
// dependencies, for it runs on Node 20 or newer and before anything is installed.
const path = require('node:path');
const { commands } = require('./commands');
const { installDependencies } = require('./installDependencies');
const { provideToolchain } = require('./provideToolchain');
const { runToEnd } = require('./runToEnd');

const rootFolder = path.resolve(__dirname, '..', '..');

async function main([command, ...args]) {
  if (!Object.hasOwn(commands, command)) {
    throw new Error(
      `Command '${command}' is not known; known: ${Object.keys(commands).join(
        ', ',
      )}.`,
    );
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${commands[command]}\n`);
    return 0;
  }

  const log = line => process.stdout.write(`${line}\n`);
  const toolchain = await provideToolchain({ log });
  await installDependencies({ rootFolder, toolchain, log });

  return runToEnd({
    command: toolchain.node,
    cwd: rootFolder,
    env: toolchain.env,
    args: [
      '--disable-warning=ExperimentalWarning',
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs', {
        paths: [rootFolder],
      }),
      path.join(rootFolder, 'dev/commands/src', `${fileName(command)}.ts`),
      ...args,
    ],
  });
}

/** `docs:rules` is kept in `docsRules.ts`. */
function fileName(command) {
  return command.replace(/:(.)/g, (_, letter) => letter.toUpperCase());
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
