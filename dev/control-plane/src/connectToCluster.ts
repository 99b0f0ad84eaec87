import path from 'node:path';
import type { Cluster } from './Cluster';
import { createKubectl } from './kubectl';
import { provideKubectl } from './programs/provideControlPlanePrograms';

/** Options of {@link connectToCluster}. */
export interface ConnectToClusterOptions {
  /** File that the person named; never the ambient one, as the harness writes to the cluster. */
  kubeconfig: string;
  /** Context in that file; default is its current one. */
  context?: string;
  log?: (line: string) => void;
  signal?: AbortSignal;
}

/** The part of `kubectl config view --minify --flatten --raw -o json` that is read here. */
interface KubeconfigView {
  clusters?: {
    cluster: {
      server: string;
      'certificate-authority-data'?: string;
      'insecure-skip-tls-verify'?: boolean;
    };
  }[];
}

/**
 * Connects to an existing cluster with the rights of a kubeconfig.
 * Throws when the file names no cluster, or when the cluster does not answer.
 */
export async function connectToCluster(
  options: ConnectToClusterOptions,
): Promise<Cluster> {
  const { kubeconfig, context, log, signal } = options;
  const kubectl = createKubectl({
    file: await provideKubectl({ log, signal }),
    kubeconfig,
    context,
  });
  const view: KubeconfigView = JSON.parse(
    await kubectl.run([
      'config',
      'view',
      '--minify',
      '--flatten',
      '--raw',
      '--output=json',
    ]),
  );
  const cluster = view.clusters?.[0]?.cluster;
  if (!cluster) {
    throw new Error(
      `The kubeconfig ${kubeconfig} names no cluster${
        context ? ` for context '${context}'` : ''
      }; ` + `name a context that "kubectl config get-contexts" lists`,
    );
  }
  await kubectl.run(['get', '--raw', '/version', '--request-timeout=15s']);

  return {
    url: cluster.server.replace(/\/+$/, ''),
    caData: cluster['certificate-authority-data'],
    skipTLSVerify: cluster['insecure-skip-tls-verify'] ?? false,
    adminKubeconfig: path.resolve(kubeconfig),
    kubectl: kubectl.run,
    createToken: kubectl.createToken,
  };
}
