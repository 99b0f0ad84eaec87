import { AuthenticationError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folder that the kubelet mounts the pod's own ServiceAccount into. */
const SERVICE_ACCOUNT_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * What a pod knows about the cluster that it runs in. Source: Kubernetes, "Accessing the Kubernetes
 * API from a Pod".
 */
export interface InClusterAccount {
  readonly url: string;
  readCaData(): Promise<string>;
  readToken(): Promise<string>;
}

/** Where to look for the account; both have the values of a real pod by default. */
export interface InClusterAccountOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly folder?: string;
}

/** The account of the pod that this process runs in; undefined outside of Kubernetes. */
export function inClusterAccount(
  options: InClusterAccountOptions = {},
): InClusterAccount | undefined {
  const { environment = process.env, folder = SERVICE_ACCOUNT_FOLDER } =
    options;
  const host = environment.KUBERNETES_SERVICE_HOST;
  const port = environment.KUBERNETES_SERVICE_PORT;
  if (!host || !port) {
    return undefined;
  }

  return {
    url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async readCaData() {
      const pem = await readAccountFile(join(folder, 'ca.crt'));
      return Buffer.from(pem).toString('base64');
    },
    async readToken() {
      return (await readAccountFile(join(folder, 'token'))).trim();
    },
  };
}

async function readAccountFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AuthenticationError(
      `The pod's own ServiceAccount cannot be read from ${path}; mount it ` +
        `(automountServiceAccountToken) or configure a serviceAccountToken for the cluster`,
      cause,
    );
  }
}
