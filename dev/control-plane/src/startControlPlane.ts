import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { auditPolicy as whoAsksForWhat } from './auditPolicy';
import type { ControlPlane } from './Cluster';
import { controlPlaneFiles } from './controlPlaneFiles';
import { packageFolder } from './folders';
import { createKubectl } from './kubectl';
import { writeContainerLogs } from './kwok/containerLogs';
import { kwokConfiguration } from './kwok/kwokConfiguration';
import { waitUntilNodeIsReady } from './kwok/waitUntilNodeIsReady';
import { freePorts } from './processes/freePorts';
import { isApiServerReady } from './processes/isApiServerReady';
import {
  startProgram,
  type RunningProgram,
  type StartProgramOptions,
} from './processes/startProgram';
import { waitUntil } from './processes/waitUntil';
import {
  apiServerArguments,
  apiServerUrl,
  auditArguments,
  controllerManagerArguments,
  etcdArguments,
  etcdUrl,
  kwokArguments,
  schedulerArguments,
  type ControlPlanePorts,
} from './programArguments';
import type { ControlPlanePrograms } from './programs/ControlPlanePrograms';
import { provideControlPlanePrograms } from './programs/provideControlPlanePrograms';
import { provideCredentials, writeAdminKubeconfig } from './run/credentials';
import { openRunFolder } from './run/runFolder';

/** Options of {@link startControlPlane}. */
export interface StartControlPlaneOptions {
  /**
   * Folder that keeps the data between starts, so that a later start finds the workloads as they were.
   * Default is a new temporary folder, which is removed at the end.
   */
  folder?: string;
  /** Forgets what earlier starts left in that folder, unless a control plane runs there. */
  isFresh?: boolean;
  /** Starts etcd and the API server alone: objects stay as they were written, and no pod is ever scheduled. */
  isApiServerOnly?: boolean;
  /** Writes down who asks the API server for what, see `auditPolicy.ts`, in `logs/audit.log` of the folder. */
  isAudited?: boolean;
  /** What is written down instead, as an audit policy of Kubernetes. */
  auditPolicy?: object;
  /** Gets plain lines that say what is done and about how long it takes. */
  log?: (line: string) => void;
  /** Stops the control plane, or its start, when aborted. */
  signal?: AbortSignal;
}

interface StartInOptions {
  programs: ControlPlanePrograms;
  folder: string;
  ports: ControlPlanePorts;
  isApiServerOnly: boolean;
  isAudited: boolean;
  auditPolicy: object;
  log: (line: string) => void;
  signal?: AbortSignal;
}

const startTimeoutSeconds = 60;

/** Reads the ports of the last start in this folder: the same ones keep addresses valid that a person noted. */
async function portsOfLastStart(file: string): Promise<number[]> {
  try {
    const ports: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(ports) && ports.every(Number.isInteger) ? ports : [];
  } catch {
    return [];
  }
}

async function choosePorts(
  file: string,
  preferred: readonly number[],
): Promise<ControlPlanePorts> {
  const ports = await freePorts(4, preferred);
  await writeFile(file, JSON.stringify(ports));
  const [etcdClient, etcdPeer, apiServer, kubelet] = ports;
  return { etcdClient, etcdPeer, apiServer, kubelet };
}

function isPortTaken(error: unknown): boolean {
  return (
    error instanceof Error && /address already in use/i.test(error.message)
  );
}

async function startIn(options: StartInOptions): Promise<ControlPlane> {
  const {
    programs,
    folder,
    ports,
    isApiServerOnly,
    isAudited,
    auditPolicy,
    log,
    signal,
  } = options;
  const files = controlPlaneFiles(folder);
  const url = apiServerUrl(ports);
  const environment = { PATH: process.env.PATH, HOME: folder };
  const token = await provideCredentials(files);
  if (isAudited) {
    await writeFile(files.auditPolicy, JSON.stringify(auditPolicy));
  }
  await writeAdminKubeconfig({
    file: files.adminKubeconfig,
    url,
    caFile: files.caFile,
    token,
  });

  const start = (
    name: string,
    program: Pick<StartProgramOptions, 'file' | 'arguments' | 'stopSignal'>,
  ): RunningProgram => {
    const running = startProgram({
      name,
      ...program,
      logFolder: files.logs,
      environment,
    });
    running.failed.catch(error => log(error.message));
    return running;
  };
  const startApiServerProgram = () =>
    start('kube-apiserver', {
      file: programs.kubeApiserver,
      arguments: [
        ...apiServerArguments(files, ports),
        ...(isAudited ? auditArguments(files) : []),
      ],
      // Asked politely, it waits up to a minute for open watches to end. It keeps nothing that could be lost.
      stopSignal: 'KILL',
    });
  const untilApiServerIsReady = (program: RunningProgram) =>
    Promise.race([
      program.failed,
      waitUntil(() => isApiServerReady({ url, caFile: files.caFile, token }), {
        what: `the API server to be ready (log: ${files.logs}/kube-apiserver.log)`,
        timeoutSeconds: startTimeoutSeconds,
        intervalMilliseconds: 50,
        signal,
      }),
    ]);

  let apiServer: RunningProgram | undefined;
  const others: RunningProgram[] = [];
  const stopPrograms = async () => {
    const [etcd, ...clients] = others;
    await Promise.all(clients.map(program => program.stop()));
    await apiServer?.stop();
    await etcd?.stop();
  };

  try {
    const etcd = start('etcd', {
      file: programs.etcd,
      arguments: etcdArguments(files, ports),
    });
    others.push(etcd);
    apiServer = startApiServerProgram();
    await Promise.race([etcd.failed, untilApiServerIsReady(apiServer)]);

    const kubectl = createKubectl({
      file: programs.kubectl,
      kubeconfig: files.adminKubeconfig,
      cacheFolder: files.kubectlCache,
    });
    if (!isApiServerOnly) {
      const logs = await writeContainerLogs({
        from: path.join(packageFolder, 'container-logs'),
        to: files.containerLogs,
        time: new Date(),
      });
      await writeFile(
        files.kwokConfiguration,
        await kwokConfiguration(path.join(packageFolder, 'stages'), logs),
      );
      others.push(
        start('kube-controller-manager', {
          file: programs.kubeControllerManager,
          arguments: controllerManagerArguments(files),
        }),
        start('kube-scheduler', {
          file: programs.kubeScheduler,
          arguments: schedulerArguments(files),
        }),
        start('kwok', {
          file: programs.kwok,
          arguments: kwokArguments(files, ports),
        }),
      );
      await Promise.race([
        ...others.map(program => program.failed),
        waitUntilNodeIsReady({
          kubectl,
          kubeletPort: ports.kubelet,
          timeoutSeconds: startTimeoutSeconds,
          signal,
        }),
      ]);
    }
    await rm(files.kubectl, { force: true });
    await symlink(programs.kubectl, files.kubectl);

    const caPem = await readFile(files.caFile);
    return {
      url,
      caFile: files.caFile,
      caData: caPem.toString('base64'),
      skipTLSVerify: false,
      adminKubeconfig: files.adminKubeconfig,
      folder,
      etcdUrl: etcdUrl(ports),
      kubectl: kubectl.run,
      createToken: kubectl.createToken,
      async stopApiServer() {
        await apiServer?.stop();
        apiServer = undefined;
      },
      async startApiServer() {
        if (!apiServer) {
          apiServer = startApiServerProgram();
          await untilApiServerIsReady(apiServer);
        }
      },
      stop: stopPrograms,
    };
  } catch (error) {
    await stopPrograms();
    throw error;
  }
}

/**
 * Starts etcd, kube-apiserver, kube-controller-manager, kube-scheduler and kwok on free loopback ports, and resolves
 * when pods can be scheduled; with `isApiServerOnly`, when the API server answers. They end with this process, whichever way it ends; `stop()` is the tidy way.
 * Throws with the end of its log when a program does not start.
 */
export async function startControlPlane(
  options: StartControlPlaneOptions = {},
): Promise<ControlPlane> {
  const {
    isApiServerOnly = false,
    isAudited = false,
    auditPolicy = whoAsksForWhat,
    log = () => {},
    signal,
  } = options;
  const programs = await provideControlPlanePrograms({ log, signal });
  const runFolder = await openRunFolder(options);
  const files = controlPlaneFiles(runFolder.path);
  try {
    await mkdir(files.logs, { recursive: true });
    log('Starting a Kubernetes API on this machine (a few seconds)');
    const startOn = async (preferredPorts: readonly number[]) =>
      startIn({
        programs,
        folder: runFolder.path,
        isApiServerOnly,
        isAudited,
        auditPolicy,
        ports: await choosePorts(files.ports, preferredPorts),
        log,
        signal,
      });
    const running = await startOn(await portsOfLastStart(files.ports)).catch(
      error => {
        if (!isPortTaken(error)) {
          throw error;
        }
        log('A port was taken in the meantime; trying others');
        return startOn([]);
      },
    );
    log(`The Kubernetes API answers at ${running.url}`);

    let stopping: Promise<void> | undefined;
    const stop = () => {
      stopping ??= running.stop().finally(() => runFolder.close());
      return stopping;
    };
    signal?.addEventListener('abort', () => stop(), { once: true });
    return { ...running, stop };
  } catch (error) {
    await runFolder.close();
    throw error;
  }
}
