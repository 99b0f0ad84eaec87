import path from 'node:path';
import type { CreateTokenOptions, KubectlOptions } from './Cluster';
import { runToEnd } from './processes/runToEnd';

/** kubectl for one cluster. */
export interface Kubectl {
  run(args: string[], options?: KubectlOptions): Promise<string>;
  createToken(options: CreateTokenOptions): Promise<string>;
}

/** Options of {@link createKubectl}. */
export interface CreateKubectlOptions {
  /** Path of the program. */
  file: string;
  kubeconfig: string;
  /** Context in the kubeconfig; default is its current one. */
  context?: string;
  /** Folder for what kubectl remembers of API servers; default is its own, in the home folder. */
  cacheFolder?: string;
}

/** The environment in which kubectl talks to that cluster and to no other. */
export function kubectlEnvironment(
  options: Pick<CreateKubectlOptions, 'kubeconfig' | 'cacheFolder'>,
): NodeJS.ProcessEnv {
  const { kubeconfig, cacheFolder } = options;
  return {
    ...process.env,
    KUBECONFIG: path.resolve(kubeconfig),
    ...(cacheFolder && { KUBECACHEDIR: cacheFolder }),
  };
}

/** The arguments as one text for messages, without a token. */
export function describeArguments(args: readonly string[]): string {
  return args.map(one => one.replace(/^--token=.*$/s, '--token=***')).join(' ');
}

/** Binds kubectl to one cluster. */
export function createKubectl(options: CreateKubectlOptions): Kubectl {
  const { file, context } = options;
  const environment = kubectlEnvironment(options);

  const run = async (args: string[], { input }: KubectlOptions = {}) => {
    const ended = await runToEnd(file, {
      arguments: context ? ['--context', context, ...args] : args,
      environment,
      input,
    });
    if (ended.code !== 0) {
      throw new Error(
        `kubectl ${describeArguments(args)} failed: ${ended.stderr.trim()}`,
      );
    }
    return ended.stdout;
  };

  return {
    run,
    async createToken({ namespace, serviceAccount, expirationSeconds = 3600 }) {
      const token = await run([
        'create',
        'token',
        serviceAccount,
        `--namespace=${namespace}`,
        `--duration=${expirationSeconds}s`,
      ]);
      return token.trim();
    },
  };
}
