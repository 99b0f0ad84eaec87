// Runs a command of this project: `node dev/toolchain/run.js start`. Plain JavaScript without
// dependencies, for it runs on Node 20 or newer and before anything is installed.
const { spawn } = require('node:child_process');
const os = require('node:os');
const path = require('node:path');
const { commands } = require('./commands');
const { installDependencies } = require('./installDependencies');
const { provideToolchain } = require('./provideToolchain');

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

  return runWithNode({
    toolchain,
    args: [
      '--disable-warning=ExperimentalWarning',
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs', {
        paths: [rootFolder],
      }),
      path.join(rootFolder, 'dev/commands/src', `${command}.ts`),
      ...args,
    ],
  });
}

function runWithNode({ toolchain, args }) {
  return new Promise((resolve, reject) => {
    const child = spawn(toolchain.node, args, {
      cwd: rootFolder,
      env: toolchain.env,
      stdio: 'inherit',
    });
    // A terminal sends Ctrl-C to the whole process group, `kill` only to this process: the child
    // gets each signal once from here or from the terminal, and this process waits for its end.
    const pass = signal => () => {
      if (!process.stdin.isTTY || signal !== 'SIGINT') {
        child.kill(signal);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, pass(signal));
    }
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 1)),
    );
  });
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
