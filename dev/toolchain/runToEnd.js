const { spawn } = require('node:child_process');
const os = require('node:os');

/**
 * Runs a program in the foreground, passes signals on to it, and resolves with its exit code.
 */
function runToEnd({ command, args, cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    // A terminal sends Ctrl-C to the whole process group, `kill` only to this process: the child
    // gets each signal once, from the terminal or from here, and this process waits for its end.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (!process.stdin.isTTY || signal !== 'SIGINT') {
          child.kill(signal);
        }
      });
    }
    const orphanWatch = onOrphaned(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(orphanWatch);
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 1));
    });
  });
}

/**
 * npm and Yarn do not pass every signal on: who kills `npm start` means what it started. A process
 * whose parent is gone gets another one.
 */
function onOrphaned(stop) {
  if (!process.env.npm_lifecycle_event) {
    return undefined;
  }
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) {
      stop();
    }
  }, 500);
}

module.exports = { runToEnd };
