import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  Cluster,
  connectToCluster,
  describeWorkshop,
  seedWorkshop,
  startControlPlane,
  workshopFolder,
} from '@internal/control-plane';
import { buildApp, Portal, startPortal } from '@internal/portal';
import { readStartOptions, StartOptions } from './readStartOptions';
import { stopOnSignals } from './stopOnSignals';

type Log = (line: string) => void;

async function main() {
  const options = readStartOptions(process.argv.slice(2));
  const startedAt = performance.now();
  const log: Log = line => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    process.stdout.write(`[${String(seconds).padStart(3)} s] ${line}\n`);
  };

  const signal = stopOnSignals();

  const { cluster, stop } = await provideCluster({ options, log, signal });
  try {
    await seedWorkshop(cluster, { log, signal });
    await buildApp({ log, signal });

    log('Portal: starting (about 10 s)');
    const portal = await startPortal({
      cluster,
      port: options.port,
      logFile: join(workshopFolder(), 'logs/backend.log'),
      isInspected: options.isInspected,
      signal,
    });
    log('Ready.');
    process.stdout.write(readyText({ portal, options }));

    await Promise.race([aborted(signal), portal.ended]);
    log('Stopping');
    await portal.stop();
  } finally {
    await stop();
  }
}

async function provideCluster(context: {
  options: StartOptions;
  log: Log;
  signal: AbortSignal;
}): Promise<{ cluster: Cluster; stop: () => Promise<void> }> {
  const { options, log, signal } = context;
  if (!options.kubeconfig) {
    const cluster = await startControlPlane({
      folder: workshopFolder(),
      isFresh: options.isFresh,
      log,
      signal,
    });
    return { cluster, stop: () => cluster.stop() };
  }

  const cluster = await connectToCluster({
    kubeconfig: options.kubeconfig,
    context: options.context,
    log,
    signal,
  });
  await confirm({ cluster, isConfirmed: options.isConfirmed, signal });
  return { cluster, stop: async () => undefined };
}

async function confirm(context: {
  cluster: Cluster;
  isConfirmed: boolean;
  signal: AbortSignal;
}): Promise<void> {
  const { cluster, isConfirmed, signal } = context;
  process.stdout.write(
    [
      `On ${cluster.url} this creates, or sets back to what the workshop needs:`,
      ...describeWorkshop().map(line => `  ${line}`),
      'Nothing of it is removed when npm start stops.',
      '',
    ].join('\n'),
  );
  if (isConfirmed) {
    return;
  }
  if (!process.stdin.isTTY) {
    throw new Error(
      'Nobody is there to ask; add --yes to create these objects without a question',
    );
  }
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
  });
  const answer = await terminal.question('Go on? [y/N] ', { signal });
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) {
    throw new Error('Nothing was created');
  }
}

function readyText(context: { portal: Portal; options: StartOptions }): string {
  const { portal, options } = context;
  const lines = [
    '',
    `  Open ${portal.url} and choose Guest.`,
    `  Metrics are at ${portal.metricsUrl}`,
    '',
    ...(options.kubeconfig
      ? []
      : ['  dev/kubectl get pods -A    talks to the cluster']),
    '  Ctrl-C                     stops everything',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
