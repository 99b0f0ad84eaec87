const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { runProgram } = require('./runProgram');

/**
 * Installs what yarn.lock names, unless that is what is installed already.
 */
async function installDependencies({ rootFolder, toolchain, log }) {
  const stamp = path.join(rootFolder, 'node_modules', '.installed');
  const wanted = fingerprint(rootFolder);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    return;
  }

  log('Dependencies: installing (1 to 4 minutes the first time)');
  const logFile = path.join(rootFolder, 'build', 'install.log');
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  await runProgram({
    command: toolchain.node,
    // With CI=true Yarn itself refuses to change yarn.lock.
    args: [toolchain.yarnScript, 'install'],
    cwd: rootFolder,
    env: toolchain.env,
    logFile,
  });
  fs.writeFileSync(stamp, wanted);
}

/** Changes with everything that an install depends on. */
function fingerprint(rootFolder) {
  const { workspaces } = JSON.parse(
    fs.readFileSync(path.join(rootFolder, 'package.json'), 'utf8'),
  );
  const folders = workspaces.flatMap(pattern =>
    pattern.endsWith('/*')
      ? fs
          .readdirSync(path.join(rootFolder, pattern.slice(0, -2)))
          .map(name => path.join(pattern.slice(0, -2), name))
      : [pattern],
  );
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const file of [
    'yarn.lock',
    '.yarnrc.yml',
    'package.json',
    ...folders.sort().map(folder => path.join(folder, 'package.json')),
  ]) {
    const full = path.join(rootFolder, file);
    if (fs.existsSync(full)) {
      hash.update(file).update(fs.readFileSync(full));
    }
  }
  return hash.digest('hex');
}

module.exports = { installDependencies };
