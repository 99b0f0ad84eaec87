import path from 'node:path';
import { freePorts, type StartProgramOptions } from '@internal/control-plane';
import type { ArgoCdFiles } from './argoCdFiles';
import { argoCdNamespace } from './argoCdObjects';
import { argoCdFileName, type ArgoCdPrograms } from './programs/ArgoCdPrograms';

/** The ports of one Argo CD. */
export interface ArgoCdPorts {
  redis: number;
  repoServer: number;
  repoServerMetrics: number;
  controllerMetrics: number;
}

/** What a program is started with. */
export type ProgramStart = Pick<
  StartProgramOptions,
  'name' | 'file' | 'arguments' | 'environment'
>;

/** What the starts depend on. */
export interface ProgramStartOptions {
  programs: ArgoCdPrograms;
  files: ArgoCdFiles;
  ports: ArgoCdPorts;
}

/** The loopback interface: where everything listens, but for the controller's metrics. */
export const loopback = '127.0.0.1';

/** Finds ports that are free now. */
export async function freeArgoCdPorts(): Promise<ArgoCdPorts> {
  const [redis, repoServer, repoServerMetrics, controllerMetrics] =
    await freePorts(4);
  return { redis, repoServer, repoServerMetrics, controllerMetrics };
}

/** One of the programs that the program `argocd` is, each by its own name. */
function argoCdProgram(
  name: string,
  options: ProgramStartOptions,
  rest: { arguments: string[]; environment: NodeJS.ProcessEnv },
): ProgramStart {
  const { programs, files } = options;
  return {
    name,
    file: path.join(programs.folder, argoCdFileName),
    arguments: rest.arguments,
    environment: {
      // Git asks the program `argocd` for a password, by its name.
      PATH: [programs.folder, process.env.PATH].join(path.delimiter),
      HOME: files.home,
      TMPDIR: files.temporary,
      GIT_CONFIG_NOSYSTEM: '1',
      ARGOCD_BINARY_NAME: name,
      ARGOCD_TLS_DATA_PATH: files.tls,
      ARGOCD_SSH_DATA_PATH: files.ssh,
      ...rest.environment,
    },
  };
}

/** How redis is started: it keeps nothing. */
export function redisStart({
  files,
  ports,
}: ProgramStartOptions): ProgramStart {
  return {
    name: 'redis',
    file: files.redisServer,
    arguments: [
      ...['--bind', loopback],
      ...['--port', `${ports.redis}`],
      ...['--dir', files.redisData],
      ...['--save', ''],
      ...['--appendonly', 'no'],
    ],
    environment: { PATH: process.env.PATH, LC_ALL: 'C' },
  };
}

/** How the repo-server is started, which reads repositories. */
export function repoServerStart(options: ProgramStartOptions): ProgramStart {
  const { files, ports } = options;
  return argoCdProgram('argocd-repo-server', options, {
    arguments: [
      `--address=${loopback}`,
      `--port=${ports.repoServer}`,
      `--metrics-address=${loopback}`,
      `--metrics-port=${ports.repoServerMetrics}`,
      `--redis=${loopback}:${ports.redis}`,
      '--disable-tls',
    ],
    environment: {
      ARGOCD_GPG_ENABLED: 'false',
      ARGOCD_GPG_DATA_PATH: files.gpg,
      ARGOCD_GNUPGHOME: files.gpg,
      ARGOCD_PLUGINSOCKFILEPATH: files.plugins,
      // Else a path that is the same for all of the machine.
      ARGOCD_ASK_PASS_SOCK: files.askPass,
    },
  });
}

/** How the application-controller is started, which compares and synchronises. */
export function controllerStart(
  options: ProgramStartOptions & { kubeconfig: string },
): ProgramStart {
  const { ports, kubeconfig } = options;
  return argoCdProgram('argocd-application-controller', options, {
    arguments: [
      `--kubeconfig=${kubeconfig}`,
      `--namespace=${argoCdNamespace}`,
      `--redis=${loopback}:${ports.redis}`,
      `--repo-server=${loopback}:${ports.repoServer}`,
      '--repo-server-plaintext',
      `--metrics-port=${ports.controllerMetrics}`,
    ],
    environment: {
      // It runs beside the cluster, and Applications name it as if from inside: https://kubernetes.default.svc.
      ARGOCD_FAKE_IN_CLUSTER: 'true',
      KUBECONFIG: kubeconfig,
    },
  });
}
