import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { until, type Cluster } from '@internal/control-plane';
import { rootFolder } from './rootFolder';
import { tailOf } from './tailOf';

/** The portal's identity on the cluster; `install/rbac` says what it may do. */
const IDENTITY = {
  namespace: 'backstage',
  serviceAccount: 'rhdh-kubernetes-plugin',
};

/** A development portal is seldom kept running for a week. */
const TOKEN_SECONDS = 7 * 24 * 3600;

const STARTS_WITHIN_SECONDS = 180;

/**
 * A running portal.
 */
export interface Portal {
  /** Where a browser finds it. */
  readonly url: string;
  /** Where Prometheus finds its metrics. */
  readonly metricsUrl: string;
  /** Rejects when the backend ends by itself, resolves when it was stopped. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the backend, which serves the built app, against a cluster, and waits until it answers.
 * It knows the cluster only by the token of its ServiceAccount.
 */
export async function startPortal(options: {
  cluster: Cluster;
  /** On 127.0.0.1; a free one by default. */
  port?: number;
  logFile: string;
  /** Further configuration files, after `app-config.yaml`. */
  configFiles?: readonly string[];
  /** Further variables, such as those that the configuration files name. */
  environment?: Readonly<Record<string, string>>;
  /** Opens the backend for a debugger, on 127.0.0.1:9229. */
  isInspected?: boolean;
  signal?: AbortSignal;
}): Promise<Portal> {
  const {
    cluster,
    logFile,
    configFiles = [],
    environment,
    isInspected,
    signal,
  } = options;
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  await assertPortIsFree(port);
  const metricsPort = await freePort();

  await mkdir(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const backend = fork(
    join(rootFolder, 'dev/backend/src/index.ts'),
    [join(rootFolder, 'app-config.yaml'), ...configFiles].flatMap(file => [
      '--config',
      file,
    ]),
    {
      cwd: join(rootFolder, 'dev/backend'),
      execArgv: [
        ...(isInspected ? ['--inspect=127.0.0.1:9229'] : []),
        '--require',
        join(rootFolder, 'dev/portal/src/exitWithParent.js'),
        '--require',
        join(rootFolder, 'dev/backend/src/instrumentation.js'),
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      env: {
        ...process.env,
        ...environment,
        NODE_ENV: 'production',
        PORT: String(port),
        OTEL_EXPORTER_PROMETHEUS_PORT: String(metricsPort),
        PORTAL_BASE_URL: url,
        K8S_CLUSTER_URL: cluster.url,
        K8S_CLUSTER_CA_DATA: cluster.caData,
        K8S_CLUSTER_SKIP_TLS_VERIFY: String(cluster.skipTLSVerify),
        K8S_PLUGIN_SA_TOKEN: await cluster.createToken({
          ...IDENTITY,
          expirationSeconds: TOKEN_SECONDS,
        }),
      },
      // A process group of its own: Ctrl-C in a terminal reaches only the launcher, which stops
      // this one in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  backend.stdout?.pipe(log, { end: false });
  backend.stderr?.pipe(log, { end: false });

  let isStopping = false;
  const exited = once(backend, 'exit');
  const ended = exited.then(async ([code]) => {
    if (!isStopping) {
      throw new Error(
        `The backend ended with code ${code}; the end of ${logFile}:\n${await tailOf(
          logFile,
        )}`,
      );
    }
  });
  ended.catch(() => undefined);

  const stop = async () => {
    isStopping = true;
    if (backend.exitCode === null && backend.signalCode === null) {
      backend.kill('SIGTERM');
      const hurry = setTimeout(() => backend.kill('SIGKILL'), 15_000);
      await exited;
      clearTimeout(hurry);
    }
    log.end();
  };
  signal?.addEventListener('abort', () => void stop(), { once: true });

  try {
    await Promise.race([untilReady(url, signal), ended]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    ended,
    stop,
  };
}

async function untilReady(url: string, signal?: AbortSignal): Promise<void> {
  await until(
    () =>
      fetch(`${url}/.backstage/health/v1/readiness`).then(
        response => response.ok,
        () => false,
      ),
    isReady => isReady,
    {
      what: `the backend at ${url} to be ready`,
      timeoutSeconds: STARTS_WITHIN_SECONDS,
      intervalMilliseconds: 200,
      signal,
    },
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no port');
  }
  return address.port;
}

async function assertPortIsFree(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(
      `Port ${port} on 127.0.0.1 is taken. Stop what listens there, or choose another with --port.`,
      { cause: error },
    );
  }
  server.close();
  await once(server, 'close');
}
