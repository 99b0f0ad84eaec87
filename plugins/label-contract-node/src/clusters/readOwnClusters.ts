import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { bearerToken } from './bearerToken';
import { readAddress } from './readAddress';
import { readTrust, Trust } from './readTrust';

/** What the portal's own configuration says of one cluster. */
export interface OwnCluster {
  readonly name: string;
  /** Such as `labelContract.clusters[0]`. */
  readonly path: string;
  readonly url?: string;
  readonly trust: Trust;
  readonly token?: string;
  /** Only these are read. */
  readonly namespaces?: readonly string[];
}

const KNOWN_KEYS: readonly string[] = [
  'name',
  'url',
  'serviceAccountToken',
  'caData',
  'caFile',
  'skipTLSVerify',
  'namespaces',
];
/** RFC 1123, as Kubernetes wants the name of a namespace. */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Reads `labelContract.clusters`. That a token is missing is no error, because it may come from an
 * environment variable: one cluster that is not readable must not hide the others.
 *
 * @throws InputError with the path of the key that is wrong.
 */
export function readOwnClusters(config: Config): OwnCluster[] {
  const clusters = (
    config.getOptionalConfigArray('labelContract.clusters') ?? []
  ).map((cluster, index) =>
    readOwnCluster(cluster, `labelContract.clusters[${index}]`),
  );

  const names = clusters.map(({ name }) => name);
  const twice = clusters.find(({ name }, index) => names.indexOf(name) < index);
  if (twice) {
    throw new InputError(
      `${twice.path} names the cluster '${twice.name}' a second time; one entry has to say all of it`,
    );
  }
  return clusters;
}

function readOwnCluster(config: Config, path: string): OwnCluster {
  const unknown = config.keys().find(key => !KNOWN_KEYS.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `${path}.${unknown} is not known; known keys: ${KNOWN_KEYS.join(
        ', ',
      )}. Remove it from the configuration`,
    );
  }
  return {
    name: config.getString('name'),
    path,
    url: config.has('url') ? readAddress(config, path) : undefined,
    trust: readTrust(config, path),
    token: bearerToken(config.getOptionalString('serviceAccountToken'), path),
    namespaces: readNamespaces(config, path),
  };
}

function readNamespaces(config: Config, path: string): string[] | undefined {
  const namespaces = config.getOptionalStringArray('namespaces');
  const wrong = namespaces?.findIndex(name => !NAMESPACE.test(name)) ?? -1;
  if (namespaces && wrong >= 0) {
    throw new InputError(
      `${path}.namespaces[${wrong}] is '${namespaces[wrong]}'; allowed is the name of a namespace, without *`,
    );
  }
  if (namespaces?.length === 0) {
    throw new InputError(
      `${path}.namespaces is empty; name at least one namespace, or remove the key to watch all`,
    );
  }
  return namespaces && [...new Set(namespaces)];
}
