import { InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { ClusterEndpoint } from '../ClusterAccess';
import { InClusterAccount } from './inClusterAccount';
import { Trust } from './readTrust';

/** An API server, and who asks it. */
export interface DirectAddress {
  readonly name: string;
  readonly url: string;
  readonly trust: Trust;
  /** Nobody signs in where it is undefined. */
  readonly token?: string;
}

/**
 * The way straight to an API server.
 *
 * @throws InputError where the file of certificates cannot be read.
 */
export async function directEndpoint(
  address: DirectAddress,
): Promise<ClusterEndpoint> {
  const { name, url, trust, token } = address;
  return {
    name,
    url,
    caData: trust.caData ?? (await readCaFile(name, trust.caFile)),
    skipTlsVerify: trust.skipTlsVerify ?? false,
    headers: async () => (token === undefined ? {} : bearer(token)),
  };
}

/**
 * The way to the cluster that this process runs in. The token of a pod is good for the pod's own cluster
 * and must not travel to any other, so no configured address is used; the Kubernetes plugin does the same.
 */
export async function inClusterEndpoint(
  name: string,
  account: InClusterAccount,
): Promise<ClusterEndpoint> {
  return {
    name,
    url: account.url,
    caData: await account.readCaData(),
    skipTlsVerify: false,
    headers: async () => bearer(await account.readToken()),
  };
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}

async function readCaFile(
  name: string,
  caFile: string | undefined,
): Promise<string | undefined> {
  if (caFile === undefined) {
    return undefined;
  }
  try {
    return (await readFile(caFile)).toString('base64');
  } catch (cause) {
    throw new InputError(
      `The caFile of cluster '${name}' cannot be read: ${caFile}`,
      cause,
    );
  }
}
