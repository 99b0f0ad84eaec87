import { until } from '@internal/control-plane';
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { listAt, textAt, textsAt } from '../check/valueAt';
import { environmentOfBuilds } from '../export/ExportTools';
import { packagesOfThePortal } from './packagesOfThePortal';

/** What a host tells of the plugins that it loaded. */
export interface HostReport {
  plugins: { name: string; role: string; failure?: string }[];
  /** Files of CommonJS code that the host's process has loaded, as absolute paths. */
  modules: string[];
  /** Version of the Node.js that runs it, such as `v22.1.0`. */
  node: string;
}

/** A portal's backend that was started with dynamic plugins. */
export interface Host {
  /** Address without a trailing slash. */
  baseUrl: string;
  /** Folder that the plugins were installed to. */
  rootDirectory: string;
  /** Everything that it has printed by now. */
  output(): string;
  report(): Promise<HostReport>;
  /** Stops the process, waits for its end and removes its folder. Safe to call twice. */
  stop(): Promise<void>;
}

/** Options of {@link startHost}. */
export interface StartHostOptions {
  /** Root of this repository, whose `node_modules` has what the portal provides. */
  rootFolder: string;
  /** Puts the plugins into the folder of plugins that it is given. */
  install(rootDirectory: string): Promise<void>;
  /** Configurations, the later ones on top. The address to listen on and a database in memory are added. */
  configs: unknown[];
  /** Variables that the configurations name. */
  env: Record<string, string>;
  /** Program of Node.js that runs it; default is the one that runs this. */
  node?: string;
  /** Packages of this repository that are there in place of the portal's, by the name that a plugin asks for. */
  otherPackages?: Record<string, string>;
  /** How long the start may take. */
  timeoutSeconds: number;
}

/**
 * Starts `host/backend.js` in a temporary folder that looks to the plugins like a portal: its `node_modules` has only
 * {@link packagesOfThePortal}, so neither the packages of this repository nor a forgotten dependency is found there.
 * Resolves when the backend is ready; throws with its last output when it ends before, or is not ready in time.
 */
export async function startHost(options: StartHostOptions): Promise<Host> {
  const { rootFolder, timeoutSeconds } = options;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'portal-host-'));
  const rootDirectory = path.join(folder, 'dynamic-plugins-root');
  try {
    await providePackages({
      rootFolder,
      folder,
      otherPackages: options.otherPackages ?? {},
    });
    await options.install(rootDirectory);
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const args = await writeConfigs(folder, [
      ...options.configs,
      {
        app: { baseUrl },
        backend: {
          baseUrl,
          listen: { host: '127.0.0.1', port },
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
        dynamicPlugins: { rootDirectory: 'dynamic-plugins-root' },
      },
    ]);

    const child = fork(
      path.join(rootFolder, 'dev/delivery/host/backend.js'),
      args,
      {
        cwd: folder,
        env: {
          ...environmentOfBuilds(process.env),
          ...options.env,
          NODE_ENV: 'production',
        },
        execPath: options.node ?? process.execPath,
        execArgv: [],
        silent: true,
      },
    );
    let output = '';
    const keepOutput = (text: string) => {
      output += text;
    };
    child.stdout?.setEncoding('utf8').on('data', keepOutput);
    child.stderr?.setEncoding('utf8').on('data', keepOutput);
    const ended = new Promise<void>(resolve => {
      child.once('exit', () => resolve());
    });
    const stop = async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
        await ended;
        clearTimeout(impatience);
      }
      await rm(folder, { recursive: true, force: true });
    };

    try {
      await untilReady({ baseUrl, ended, timeoutSeconds });
    } catch (error) {
      await stop();
      throw new Error(
        `The host did not start; it printed:\n${output.slice(-8000)}`,
        {
          cause: error,
        },
      );
    }
    return {
      baseUrl,
      rootDirectory,
      output: () => output,
      report: () =>
        new Promise((resolve, reject) => {
          child.once('message', message => resolve(reportOf(message)));
          child.send('report', error => error && reject(error));
        }),
      stop,
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function providePackages(options: {
  rootFolder: string;
  folder: string;
  otherPackages: Record<string, string>;
}): Promise<void> {
  const { rootFolder, folder, otherPackages } = options;
  // The backend finds its root by this field, and `dynamicPlugins.rootDirectory` and `node_modules` from there.
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'portal', private: true, workspaces: [] }),
  );
  await mkdir(path.join(folder, 'node_modules/@backstage'), {
    recursive: true,
  });
  for (const name of packagesOfThePortal) {
    const installed = path.join(
      rootFolder,
      'node_modules',
      otherPackages[name] ?? name,
    );
    // What no package of this repository depends on is not installed here.
    if (existsSync(installed)) {
      await symlink(installed, path.join(folder, 'node_modules', name));
    }
  }
}

async function writeConfigs(
  folder: string,
  configs: unknown[],
): Promise<string[]> {
  const args: string[] = [];
  for (const [index, config] of configs.entries()) {
    const file = path.join(folder, `app-config.${index}.yaml`);
    await writeFile(file, stringify(config));
    args.push('--config', file);
  }
  return args;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise<void>(resolve => server.close(() => resolve()));
  if (typeof address !== 'object' || !address) {
    throw new Error('A server that listens on TCP has no port');
  }
  return address.port;
}

async function untilReady(options: {
  baseUrl: string;
  ended: Promise<void>;
  timeoutSeconds: number;
}): Promise<void> {
  const { baseUrl, ended, timeoutSeconds } = options;
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  await until(
    async () => {
      if (hasEnded) {
        throw new Error('The process ended before the backend was ready');
      }
      const response = await fetch(
        `${baseUrl}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      return response?.ok ?? false;
    },
    isReady => isReady,
    {
      what: 'the backend to be ready',
      timeoutSeconds,
      intervalMilliseconds: 200,
    },
  );
}

function reportOf(message: unknown): HostReport {
  return {
    plugins: listAt(message, 'plugins').map(plugin => ({
      name: textAt(plugin, 'name') ?? '',
      role: textAt(plugin, 'role') ?? '',
      failure: textAt(plugin, 'failure'),
    })),
    modules: textsAt(message, 'modules'),
    node: textAt(message, 'node') ?? '',
  };
}
