import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
} from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from '../folders';
import { runToEnd } from '../processes/runToEnd';
import { waitUntil } from '../processes/waitUntil';
import { lockFolder } from '../run/folderLock';
import { buildKey, kubernetesVersion, linkerFlags } from './buildPlan';
import type { ProgramSource } from './ControlPlanePrograms';
import { findIn } from './findOnPath';
import { provideGo, type Go } from './provideGo';

/** Options of {@link buildPrograms}. */
export interface BuildProgramsOptions {
  sources: readonly ProgramSource[];
  cacheFolder: string;
  log: (line: string) => void;
  signal?: AbortSignal;
}

const mostMinutesOfBuild = 60;
const draftPrefix = '.new-';

/** Removes what builds left that were killed; to be called by the one that holds the lock. */
async function removeDrafts(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(
    names
      .filter(name => name.startsWith(draftPrefix))
      .map(name =>
        rm(path.join(folder, name), { recursive: true, force: true }),
      ),
  );
}

async function missingIn(
  folder: string,
  sources: readonly ProgramSource[],
): Promise<ProgramSource[]> {
  const missing: ProgramSource[] = [];
  for (const source of sources) {
    if (!(await findIn([folder], source.fileName))) {
      missing.push(source);
    }
  }
  return missing;
}

async function buildOne(options: {
  source: ProgramSource;
  go: Go;
  flags: string;
  folder: string;
  signal?: AbortSignal;
}): Promise<void> {
  const { source, go, flags, folder, signal } = options;
  const draft = await mkdtemp(path.join(folder, draftPrefix));
  try {
    const output = path.join(draft, source.fileName);
    const build = await runToEnd(go.file, {
      arguments: ['build', '-ldflags', flags, '-o', output, source.goPackage],
      folder: packageFolder,
      environment: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
      signal,
    });
    if (build.code !== 0) {
      throw new Error(
        `Building ${source.fileName} with Go ${
          go.version
        } failed: ${build.stderr.trim().slice(-2000)}`,
      );
    }
    // A build that is killed leaves a draft; only a whole program ever gets its name.
    await rename(output, path.join(folder, source.fileName));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function lockForBuild(folder: string, options: BuildProgramsOptions) {
  const { log, signal } = options;
  let isWaiting = false;
  return waitUntil(
    async () => {
      const attempt = await lockFolder(folder);
      if (attempt.kind === 'locked') {
        return { done: true, value: attempt.release };
      }
      if (!isWaiting) {
        log(`Process ${attempt.pid} builds the same programs; waiting for it`);
        isWaiting = true;
      }
      return { done: false, why: `process ${attempt.pid} still builds` };
    },
    {
      what: `the build in ${folder}`,
      timeoutSeconds: mostMinutesOfBuild * 60,
      intervalMilliseconds: 500,
      signal,
    },
  );
}

/**
 * Builds the programs that the cache folder does not have yet, from the versions in go.mod.
 * @returns the folder in which they all are
 */
export async function buildPrograms(
  options: BuildProgramsOptions,
): Promise<string> {
  const { sources, cacheFolder, log, signal } = options;
  const go = await provideGo({ cacheFolder, log, signal });
  const goMod = await readFile(path.join(packageFolder, 'go.mod'), 'utf8');
  const goSum = await readFile(path.join(packageFolder, 'go.sum'), 'utf8');
  const platform = `${process.platform}-${process.arch}`;
  const key = buildKey({ goMod, goSum, goVersion: go.version, platform });
  const folder = path.join(cacheFolder, 'control-plane', key);
  if ((await missingIn(folder, sources)).length === 0) {
    return folder;
  }

  await mkdir(folder, { recursive: true });
  const release = await lockForBuild(folder, options);
  try {
    await removeDrafts(folder);
    const missing = await missingIn(folder, sources);
    const minutes = missing.reduce((sum, one) => sum + one.coldBuildMinutes, 0);
    log(
      `Building the Kubernetes ${kubernetesVersion(
        goMod,
      )} programs once into ${folder}: ` +
        `up to ${minutes} minutes on two cores, and up to 4 GB of Go caches`,
    );
    for (const [index, source] of missing.entries()) {
      log(
        `Building ${source.fileName} (${index + 1} of ${missing.length}; ` +
          `up to ${source.coldBuildMinutes} min, seconds with a warm Go cache)`,
      );
      await buildOne({
        source,
        go,
        flags: linkerFlags(kubernetesVersion(goMod)),
        folder,
        signal,
      });
    }
    return folder;
  } finally {
    await release();
  }
}
