import { Config } from '@backstage/config';
import { InputError, NotFoundError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { ClusterAccess, ClusterEndpoint, KnownCluster } from './ClusterAccess';
import {
  InClusterAccount,
  inClusterAccount,
  InClusterAccountOptions,
} from './clusters/inClusterAccount';
import {
  ConfiguredCluster,
  nameOf,
  readConfiguredClusters,
  ServiceAccountCluster,
} from './clusters/readConfiguredClusters';

/**
 * Access to the clusters of the Kubernetes plugin's own configuration. Those with the authProvider
 * `serviceAccount` are reached straight, with the configured token or the account of the pod that
 * this process runs in; all others are listed as not readable.
 *
 * @throws InputError with the path of a key that is missing or malformed.
 * @public
 */
export function clusterAccessFromConfig(config: Config): ClusterAccess {
  return createClusterAccess(config, {});
}

/** As {@link clusterAccessFromConfig}, where the pod's own account is elsewhere. */
export function createClusterAccess(
  config: Config,
  inCluster: InClusterAccountOptions,
): ClusterAccess {
  const account = inClusterAccount(inCluster);
  const clusters = readConfiguredClusters(config);

  return {
    async listClusters() {
      return clusters.map(cluster => knownCluster(cluster, account));
    },

    async endpointOf(name) {
      const cluster = chooseCluster(clusters, name);
      const known = knownCluster(cluster, account);
      if (cluster.kind === 'unreadable' || !known.isReadable) {
        throw new InputError(known.whyNot);
      }
      return endpointOfCluster(cluster, account);
    },
  };
}

function knownCluster(
  cluster: ConfiguredCluster,
  account: InClusterAccount | undefined,
): KnownCluster {
  if (cluster.kind === 'unreadable') {
    return cluster.cluster;
  }
  const { name, title, authProvider, token } = cluster;
  if (token === undefined && !account) {
    return {
      name,
      title,
      authProvider,
      isReadable: false,
      whyNot:
        `Cluster '${name}' has no serviceAccountToken, and this process does not run in Kubernetes; ` +
        `configure the token, and where it comes from an environment variable check that it is set`,
    };
  }
  return { name, title, authProvider, isReadable: true };
}

function chooseCluster(
  clusters: ConfiguredCluster[],
  name: string | undefined,
): ConfiguredCluster {
  const names = clusters.map(nameOf).join(', ') || 'none';
  if (name === undefined) {
    if (clusters.length !== 1) {
      throw new InputError(
        `No cluster was named, and ${clusters.length} are configured; name one of: ${names}`,
      );
    }
    return clusters[0];
  }

  const found = clusters.find(cluster => nameOf(cluster) === name);
  if (!found) {
    throw new NotFoundError(
      `Cluster '${name}' is not configured; known clusters: ${names}`,
    );
  }
  return found;
}

async function endpointOfCluster(
  cluster: ServiceAccountCluster,
  account: InClusterAccount | undefined,
): Promise<ClusterEndpoint> {
  const { name, skipTlsVerify, token } = cluster;

  if (token === undefined && account) {
    // The token of a pod is good for the pod's own cluster and must not travel to any other, so the
    // configured address is not used; the Kubernetes plugin does the same.
    return {
      name,
      url: account.url,
      caData: await account.readCaData(),
      skipTlsVerify: false,
      headers: async () => bearer(await account.readToken()),
    };
  }

  return {
    name,
    url: cluster.url,
    caData: cluster.caData ?? (await readCaFile(cluster)),
    skipTlsVerify,
    headers: async () => bearer(token ?? ''),
  };
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}

async function readCaFile({
  name,
  caFile,
}: ServiceAccountCluster): Promise<string | undefined> {
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
