import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { KnownCluster } from '../ClusterAccess';

/** Where the key of the auth provider stands among `authMetadata`. */
const AUTH_PROVIDER_METADATA = 'kubernetes.io/auth-provider';

/** What the configuration says about one cluster that the portal reaches with a ServiceAccount. */
export interface ServiceAccountCluster {
  readonly kind: 'service-account';
  readonly name: string;
  readonly title?: string;
  readonly authProvider: string;
  readonly url: string;
  readonly caData?: string;
  readonly caFile?: string;
  readonly skipTlsVerify: boolean;
  /** Without it, the account of the pod that this process runs in is used. */
  readonly token?: string;
}

/** A cluster, or a source of clusters, that the portal cannot reach by itself. */
export interface UnreadableCluster {
  readonly kind: 'unreadable';
  readonly cluster: KnownCluster;
}

/** One entry of the Kubernetes plugin's configuration. */
export type ConfiguredCluster = ServiceAccountCluster | UnreadableCluster;

/**
 * Reads the clusters from the Kubernetes plugin's own configuration, `kubernetes.clusterLocatorMethods`.
 * What only that plugin can reach is listed with the reason; what nobody could reach is an error.
 *
 * @throws InputError with the path of the key that is wrong.
 */
export function readConfiguredClusters(config: Config): ConfiguredCluster[] {
  const locators =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];

  const clusters = locators.flatMap((locator, index) => {
    const type = locator.getString('type');
    if (type !== 'config') {
      return [unreadableLocator(type, index)];
    }
    return locator
      .getConfigArray('clusters')
      .map((cluster, position) =>
        readCluster(
          cluster,
          `kubernetes.clusterLocatorMethods[${index}].clusters[${position}]`,
        ),
      );
  });

  refuseDuplicates(clusters);
  return clusters;
}

/** Name of a configured cluster. */
export function nameOf(cluster: ConfiguredCluster): string {
  return cluster.kind === 'unreadable' ? cluster.cluster.name : cluster.name;
}

function unreadableLocator(type: string, index: number): UnreadableCluster {
  return {
    kind: 'unreadable',
    cluster: {
      name: `${type} (locator ${index + 1})`,
      title: `Clusters of the ${type} locator`,
      authProvider: 'unknown',
      isReadable: false,
      whyNot:
        `Clusters of the locator '${type}' are not read in the background; list them under ` +
        `a locator of type 'config' with a serviceAccountToken`,
    },
  };
}

function readCluster(config: Config, path: string): ConfiguredCluster {
  const name = config.getString('name');
  const title = config.getOptionalString('title');
  const url = readUrl(config, path);
  const authProvider = readAuthProvider(config, path);

  if (authProvider !== 'serviceAccount') {
    return {
      kind: 'unreadable',
      cluster: {
        name,
        title,
        authProvider,
        isReadable: false,
        whyNot:
          `Cluster '${name}' has the authProvider '${authProvider}', which gives the portal no ` +
          `credential of its own; configure the authProvider 'serviceAccount' with a serviceAccountToken`,
      },
    };
  }

  return {
    kind: 'service-account',
    name,
    title,
    authProvider,
    url,
    caData: readCaData(config, path),
    caFile: config.getOptionalString('caFile'),
    skipTlsVerify: config.getOptionalBoolean('skipTLSVerify') ?? false,
    token: readToken(config, path),
  };
}

function readAuthProvider(config: Config, path: string): string {
  const found =
    readAuthMetadata(config, AUTH_PROVIDER_METADATA) ??
    config.getOptionalString('authProvider');
  if (!found) {
    throw new InputError(
      `${path}.authProvider is missing; set it to 'serviceAccount', or to another provider of the Kubernetes plugin`,
    );
  }
  return found;
}

function readToken(config: Config, path: string): string | undefined {
  const token = (
    readAuthMetadata(config, 'serviceAccountToken') ??
    config.getOptionalString('serviceAccountToken')
  )?.trim();
  // Node.js would refuse such a header too, but only at the first request and without this path.
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new InputError(
      `${path}.serviceAccountToken is no bearer token: it holds blanks, line breaks or characters outside ASCII, or nothing`,
    );
  }
  return token;
}

/** Keys of `authMetadata` hold dots and slashes, so they cannot be asked for by path. */
function readAuthMetadata(config: Config, key: string): string | undefined {
  const metadata = config.getOptional<unknown>('authMetadata');
  if (typeof metadata !== 'object' || metadata === null) {
    return undefined;
  }
  const found = Object.entries(metadata).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found : undefined;
}

function readUrl(config: Config, path: string): string {
  const text = config.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(
      `${path}.url is no address of an API server: it has to start with https:// or http://`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${path}.url must not hold a user, a password, a query or a fragment; the credential belongs into serviceAccountToken`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function readCaData(config: Config, path: string): string | undefined {
  const caData = config.getOptionalString('caData');
  if (caData === undefined) {
    return undefined;
  }
  if (!isPemInBase64(caData)) {
    throw new InputError(
      `${path}.caData is not a PEM certificate in base64: decoded, it has to hold '-----BEGIN CERTIFICATE-----'`,
    );
  }
  return caData;
}

function isPemInBase64(text: string): boolean {
  return Buffer.from(text, 'base64')
    .toString('latin1')
    .includes('-----BEGIN CERTIFICATE-----');
}

function refuseDuplicates(clusters: ConfiguredCluster[]): void {
  const names = clusters.map(nameOf);
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate !== undefined) {
    throw new InputError(
      `kubernetes.clusterLocatorMethods names the cluster '${duplicate}' twice; every cluster needs a name of its own`,
    );
  }
}
