const { spawn } = require('node:child_process');
const fs = require('node:fs');

/**
 * Runs a program to its end; its output goes to a log file. Rejects with the end of that log.
 */
function runProgram({ command, args, cwd, env, logFile }) {
  return new Promise((resolve, reject) => {
    const log = fs.openSync(logFile, 'w');
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', log, log],
    });
    fs.closeSync(log);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) {
        resolve();
        return;
      }
      const tail = fs
        .readFileSync(logFile, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(-25)
        .join('\n');
      reject(
        new Error(
          `${command} ${args.join(' ')} ended with ${
            signal || `code ${code}`
          }. The end of ${logFile}:\n${tail}`,
        ),
      );
    });
  });
}

module.exports = { runProgram };
