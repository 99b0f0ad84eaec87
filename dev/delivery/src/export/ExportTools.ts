import { createRequire } from 'node:module';
import path from 'node:path';
import { runProgram } from '../program/runProgram';

/** The programs of an export, each run to its end in the folder of one package. */
export interface ExportTools {
  /**
   * The type check of the plugins, which writes the declarations that every package build reads. Without tests and what is
   * for development: an export does not wait for those.
   */
  tsc(): Promise<void>;
  backstageCli(folder: string, args: string[]): Promise<void>;
  janusCli(folder: string, args: string[]): Promise<void>;
}

/** Options of {@link createExportTools}. */
export interface CreateExportToolsOptions {
  rootFolder: string;
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/**
 * Finds the programs that an export needs.
 * Throws when there is no Yarn 4 on PATH: the exporter calls `yarn` by name to install what a plugin carries inside.
 */
export async function createExportTools(
  options: CreateExportToolsOptions,
): Promise<ExportTools> {
  const { rootFolder, signal } = options;
  const env = environmentOfBuilds(options.env);
  await requireYarn({ rootFolder, env, signal });

  const require = createRequire(path.join(rootFolder, 'package.json'));
  const scriptOf = (packageName: string, script: string) =>
    path.join(
      path.dirname(require.resolve(`${packageName}/package.json`)),
      script,
    );
  const runScript = async (script: string, folder: string, args: string[]) => {
    await runProgram({
      program: process.execPath,
      args: [script, ...args],
      folder,
      env,
      signal,
    });
  };

  return {
    tsc: () =>
      runScript(scriptOf('typescript', 'bin/tsc'), rootFolder, [
        '--project',
        'dev/delivery/tsconfig.plugins.json',
      ]),
    backstageCli: (folder, args) =>
      runScript(scriptOf('@backstage/cli', 'bin/backstage-cli'), folder, args),
    janusCli: (folder, args) =>
      runScript(scriptOf('@janus-idp/cli', 'bin/janus-cli'), folder, args),
  };
}

/**
 * The environment without what a surrounding test run left in it: `NODE_ENV` decides between development and production
 * code in bundles, and a Jest worker's settings change how the CLI works.
 */
export function environmentOfBuilds(
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const { NODE_ENV, NODE_OPTIONS, JEST_WORKER_ID, ...rest } = environment;
  return rest;
}

async function requireYarn(options: {
  rootFolder: string;
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}): Promise<void> {
  const { rootFolder, env, signal } = options;
  const cure =
    "start the export with 'npm run export', which brings Yarn along, or put Yarn 4 on PATH";
  const version = await runProgram({
    program: 'yarn',
    args: ['--version'],
    folder: rootFolder,
    env,
    signal,
  }).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new Error(
      `The export needs a 'yarn' on PATH and could not run one; ${cure}`,
      { cause: error },
    );
  });
  if (Number.parseInt(version, 10) < 4) {
    throw new Error(
      `The export needs Yarn 4 on PATH and found Yarn ${version.trim()}; ${cure}`,
    );
  }
}
