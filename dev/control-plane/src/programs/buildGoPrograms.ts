import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
} from 'node:fs/promises';
import path from 'node:path';
import { runToEnd } from '../processes/runToEnd';
import { waitUntil } from '../processes/waitUntil';
import { lockFolder } from '../run/folderLock';
import { buildKey } from './buildPlan';
import { findIn } from './findOnPath';
import { provideGo, type Go } from './provideGo';

/** A program and the Go package it is built from. */
export interface GoProgram {
  fileName: string;
  goPackage: string;
  /** Minutes of a build with empty Go caches on two cores (measured), for progress lines. */
  coldBuildMinutes: number;
}

/** What is built: programs of one go.mod. */
export interface GoBuild {
  /** For messages, such as `Kubernetes v1.36.3`. */
  title: string;
  /** Folder with the go.mod and go.sum that name the versions. */
  moduleFolder: string;
  programs: readonly GoProgram[];
  linkerFlags: string;
  /** How large the Go caches grow, for messages, such as `4 GB`. */
  goCaches: string;
  /** Folder in the cache folder that holds one folder for each version. */
  room: string;
  /** What the name of that folder begins with, such as `kubernetes-v1.36.3`. */
  name: string;
}

/** Options of {@link buildGoPrograms}. */
export interface BuildGoProgramsOptions {
  cacheFolder: string;
  log: (line: string) => void;
  signal?: AbortSignal;
}

/** What was built, and by what. */
export interface BuiltPrograms {
  /** The folder in which the programs are, and only those of these versions. */
  folder: string;
  go: Go;
}

const mostMinutesOfBuild = 60;
const draftPrefix = '.new-';

/** The environment for Go programs without C, and without a go.work above the folder. */
export function goEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' };
}

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
  programs: readonly GoProgram[],
): Promise<GoProgram[]> {
  const missing: GoProgram[] = [];
  for (const program of programs) {
    if (!(await findIn([folder], program.fileName))) {
      missing.push(program);
    }
  }
  return missing;
}

async function buildOne(options: {
  program: GoProgram;
  build: GoBuild;
  go: Go;
  folder: string;
  signal?: AbortSignal;
}): Promise<void> {
  const { program, build, go, folder, signal } = options;
  const draft = await mkdtemp(path.join(folder, draftPrefix));
  try {
    const output = path.join(draft, program.fileName);
    const flags = ['-ldflags', build.linkerFlags, '-o', output];
    // It takes minutes and all cores; whoever works on the machine comes first.
    const ended = await runToEnd('nice', {
      arguments: [go.file, 'build', ...flags, program.goPackage],
      folder: build.moduleFolder,
      environment: goEnvironment(),
      signal,
    });
    if (ended.code !== 0) {
      throw new Error(
        `Building ${program.fileName} with Go ${
          go.version
        } failed: ${ended.stderr.trim().slice(-2000)}`,
      );
    }
    // A build that is killed leaves a draft; only a whole program ever gets its name.
    await rename(output, path.join(folder, program.fileName));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function lockForBuild(folder: string, options: BuildGoProgramsOptions) {
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

/** Builds the programs that the cache folder does not have yet. Throws with the end of what Go said. */
export async function buildGoPrograms(
  build: GoBuild,
  options: BuildGoProgramsOptions,
): Promise<BuiltPrograms> {
  const { title, moduleFolder, programs, linkerFlags } = build;
  const { cacheFolder, log, signal } = options;
  const go = await provideGo({ cacheFolder, log, signal });
  const key = buildKey({
    name: build.name,
    goMod: await readFile(path.join(moduleFolder, 'go.mod'), 'utf8'),
    goSum: await readFile(path.join(moduleFolder, 'go.sum'), 'utf8'),
    linkerFlags,
    goVersion: go.version,
    platform: `${process.platform}-${process.arch}`,
  });
  const folder = path.join(cacheFolder, build.room, key);
  if ((await missingIn(folder, programs)).length === 0) {
    return { folder, go };
  }

  await mkdir(folder, { recursive: true });
  const release = await lockForBuild(folder, options);
  try {
    await removeDrafts(folder);
    const missing = await missingIn(folder, programs);
    const minutes = missing.reduce((sum, one) => sum + one.coldBuildMinutes, 0);
    log(
      `Building the ${title} programs once into ${folder}: ` +
        `up to ${minutes} minutes on two cores, and up to ${build.goCaches} of Go caches`,
    );
    for (const [index, program] of missing.entries()) {
      log(
        `Building ${program.fileName} (${index + 1} of ${missing.length}; ` +
          `up to ${program.coldBuildMinutes} min, seconds with a warm Go cache)`,
      );
      await buildOne({ program, build, go, folder, signal });
    }
    return { folder, go };
  } finally {
    await release();
  }
}
