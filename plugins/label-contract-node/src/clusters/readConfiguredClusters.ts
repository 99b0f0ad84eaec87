import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { fieldOf } from '../fieldOf';
import { bearerToken } from './bearerToken';
import { readAddress } from './readAddress';
import { readTrust, Trust } from './readTrust';

/** Where the key of the auth provider stands among `authMetadata`. */
const AUTH_PROVIDER_METADATA = 'kubernetes.io/auth-provider';

/** One cluster that the configuration describes in full. */
export interface ConfiguredCluster {
  readonly kind: 'cluster';
  readonly name: string;
  readonly title?: string;
  readonly authProvider: string;
  readonly url: string;
  /**
   * Read on call where the portal does not need it: how the Kubernetes plugin reaches its own clusters is
   * not ours to judge.
   *
   * @throws InputError with the path of the key that is wrong.
   */
  trust(): Trust;
  /** Only with the authProvider `serviceAccount`; without it, the account of the pod is used. */
  readonly token?: string;
}

/** A source of clusters that only the Kubernetes plugin can ask. */
export interface OtherLocator {
  readonly kind: 'locator';
  /** Such as `gke`. */
  readonly type: string;
  /** Stands for its clusters as long as nobody knows them. */
  readonly name: string;
  readonly title: string;
}

/** One entry of the Kubernetes plugin's configuration. */
export type ConfiguredEntry = ConfiguredCluster | OtherLocator;

/**
 * Reads the Kubernetes plugin's own configuration, `kubernetes.clusterLocatorMethods`.
 *
 * @throws InputError with the path of the key that is wrong.
 */
export function readConfiguredClusters(config: Config): ConfiguredEntry[] {
  const locators =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];

  const entries = locators.flatMap((locator, index): ConfiguredEntry[] => {
    const type = locator.getString('type');
    if (type !== 'config') {
      return [
        {
          kind: 'locator',
          type,
          name: `${type} (locator ${index + 1})`,
          title: `Clusters of the ${type} locator`,
        },
      ];
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

  refuseDuplicates(entries);
  return entries;
}

function readCluster(config: Config, path: string): ConfiguredCluster {
  const cluster = {
    kind: 'cluster',
    name: config.getString('name'),
    title: config.getOptionalString('title'),
    url: readAddress(config, path),
    authProvider: readAuthProvider(config, path),
  } as const;

  if (cluster.authProvider !== 'serviceAccount') {
    return { ...cluster, trust: () => readTrust(config, path) };
  }
  const trust = readTrust(config, path);
  return { ...cluster, trust: () => trust, token: readToken(config, path) };
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
  return bearerToken(
    readAuthMetadata(config, 'serviceAccountToken') ??
      config.getOptionalString('serviceAccountToken'),
    path,
  );
}

/** Keys of `authMetadata` hold dots and slashes, so they cannot be asked for by path. */
function readAuthMetadata(config: Config, key: string): string | undefined {
  const found = fieldOf(config.getOptional<unknown>('authMetadata'), key);
  return typeof found === 'string' ? found : undefined;
}

function refuseDuplicates(entries: ConfiguredEntry[]): void {
  const names = entries.map(({ name }) => name);
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate !== undefined) {
    throw new InputError(
      `kubernetes.clusterLocatorMethods names the cluster '${duplicate}' twice; every cluster needs a name of its own`,
    );
  }
}
