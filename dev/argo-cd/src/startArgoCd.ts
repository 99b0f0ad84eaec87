import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import {
  startProgram,
  until,
  type ControlPlane,
  type RunningProgram,
} from '@internal/control-plane';
import { argoCdFiles, foldersOf } from './argoCdFiles';
import {
  argoCdNamespace,
  argoCdSettings,
  defaultProject,
} from './argoCdObjects';
import {
  controllerStart,
  freeArgoCdPorts,
  loopback,
  redisStart,
  repoServerStart,
  type ProgramStart,
} from './programStarts';
import { provideArgoCd } from './programs/provideArgoCd';
import { readApplication, type ApplicationState } from './readApplication';

/** Options of {@link startArgoCd}. */
export interface StartArgoCdOptions {
  /** The cluster that it watches, manages and keeps its own objects in. */
  controlPlane: Pick<ControlPlane, 'kubectl' | 'adminKubeconfig' | 'folder'>;
  /** Gets plain lines that say what is done and about how long it takes. */
  log?: (line: string) => void;
  signal?: AbortSignal;
}

/** Options of {@link ArgoCd.waitForSynced}. */
export interface WaitForSyncedOptions {
  /** Name of the Application. */
  app: string;
  /** Full hash of the commit. Right after a push an Application is still `Synced`, with the one before. */
  revision: string;
  /** Waits until the Application's health is this, too, such as `Healthy`. Default is any. */
  health?: string;
  /** Default 60. */
  timeoutSeconds?: number;
}

/** An Argo CD that this process started and owns. */
export interface ArgoCd {
  /** Where Applications belong. */
  namespace: string;
  /**
   * Has an Application's repository looked at now rather than within three minutes; resolves when it was compared
   * with the cluster. Synchronising comes after that.
   */
  refresh(app: string): Promise<void>;
  /** Waits until the cluster is as that commit says. Throws with the Application's state when the time is over. */
  waitForSynced(options: WaitForSyncedOptions): Promise<ApplicationState>;
  /** Stops what was started; its objects stay in the cluster. To be called before the control plane's. Safe to call twice. */
  stop(): Promise<void>;
}

const startTimeoutSeconds = 60;
const kinds = ['applications', 'applicationsets', 'appprojects'].map(
  plural => `${plural}.argoproj.io`,
);
const refreshAnnotation = 'argocd.argoproj.io/refresh';

/** Whether somebody listens there. */
async function isListening(port: number): Promise<boolean> {
  const socket = connect({ host: loopback, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Whether a program says at its metrics port that it is well; it listens there when it does everywhere else. */
async function isHealthy(port: number): Promise<boolean> {
  const answer = await fetch(`http://${loopback}:${port}/healthz`).catch(
    () => undefined,
  );
  return answer?.ok ?? false;
}

async function applyObjects(
  { kubectl }: Pick<ControlPlane, 'kubectl'>,
  crdFolder: string,
): Promise<void> {
  const apply = (args: string[], input?: object) =>
    // On the server's side: the definitions are too large for the annotation of the other way.
    kubectl(['apply', '--server-side', ...args], {
      input: input && JSON.stringify(input),
    });
  await apply([`--filename=${crdFolder}`]);
  await until(
    () =>
      kubectl(['get', kinds.join(','), '--all-namespaces']).then(
        () => 'served',
        (error: Error) => error.message,
      ),
    answer => answer === 'served',
    { what: 'the API to serve Argo CD', timeoutSeconds: startTimeoutSeconds },
  );
  await apply(['--filename=-'], argoCdSettings());
  await apply(['--filename=-'], defaultProject());
}

/**
 * Starts redis, Argo CD's repo-server and its application-controller against a control plane, and resolves when
 * Applications are looked after. They end with this process, whichever way it ends; `stop()` is the tidy way.
 * Throws with the end of its log when a program does not start.
 */
export async function startArgoCd(
  options: StartArgoCdOptions,
): Promise<ArgoCd> {
  const { controlPlane, log = () => {}, signal } = options;
  const { kubectl, adminKubeconfig: kubeconfig } = controlPlane;
  const programs = await provideArgoCd({ log, signal });
  // In the control plane's: what is left of a process that was killed goes with it.
  const folder = await mkdtemp(path.join(controlPlane.folder, 'argo-cd-'));
  const files = argoCdFiles(folder);
  const running: RunningProgram[] = [];
  const stop = async () => {
    // The last first: the repo-server waits until the controller has closed its connection.
    for (const program of [...running].reverse()) {
      await program.stop();
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  const start = async (
    program: ProgramStart,
    isReady: () => Promise<boolean>,
  ) => {
    const started = startProgram({ ...program, logFolder: files.logs });
    running.push(started);
    started.failed.catch(error => log(error.message));
    await Promise.race([
      started.failed,
      until(isReady, ready => ready, {
        what: `${program.name} to be ready (log: ${files.logs}/${program.name}.log)`,
        timeoutSeconds: startTimeoutSeconds,
        signal,
      }),
    ]);
  };

  try {
    for (const one of foldersOf(files)) {
      await mkdir(one);
    }
    await symlink(programs.redis, files.redisServer);
    log('Starting Argo CD on this machine (a few seconds)');
    const ports = await freeArgoCdPorts();
    const common = { programs, files, ports };
    await applyObjects(controlPlane, programs.crdFolder);
    await start(redisStart(common), () => isListening(ports.redis));
    await start(repoServerStart(common), () =>
      isHealthy(ports.repoServerMetrics),
    );
    await start(controllerStart({ ...common, kubeconfig }), () =>
      isHealthy(ports.controllerMetrics),
    );
  } catch (error) {
    await stop();
    throw error;
  }

  let stopping: Promise<void> | undefined;
  return {
    namespace: argoCdNamespace,
    async refresh(app) {
      await kubectl([
        'annotate',
        'applications.argoproj.io',
        app,
        `--namespace=${argoCdNamespace}`,
        '--overwrite',
        `${refreshAnnotation}=normal`,
      ]);
      await until(
        () => readApplication(kubectl, app),
        state => !state.isRefreshing,
        { what: `the refresh of ${app}`, signal },
      );
    },
    waitForSynced({ app, revision, health, timeoutSeconds = 60 }) {
      return until(
        () => readApplication(kubectl, app),
        state =>
          state.sync === 'Synced' &&
          state.revision === revision &&
          (health === undefined || state.health === health),
        {
          what: `${app} to be Synced ${health ?? ''} with ${revision}`,
          timeoutSeconds,
          signal,
        },
      );
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
