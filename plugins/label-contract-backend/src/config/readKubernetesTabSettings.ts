import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  CustomResourceType,
  DEFAULT_OBJECT_TYPES,
  KubernetesTabCluster,
  KubernetesTabSettings,
  SERVICE_LOCATORS,
  ServiceLocator,
} from '@portal-operations/plugin-label-contract-common';

/** Where the key of the auth provider stands among `authMetadata`. */
const AUTH_PROVIDER = 'kubernetes.io/auth-provider';
const OIDC_TOKEN_PROVIDER = 'kubernetes.io/oidc-token-provider';

/**
 * Reads from the Kubernetes plugin's own configuration, `kubernetes`, what decides about its tab. No
 * credential is looked at.
 *
 * Source: `@backstage/plugin-kubernetes-backend`, `KubernetesInitializer`, `ConfigClusterLocator` and
 * `buildDefaultServiceLocator`.
 *
 * @throws InputError, or the error of the configuration itself, with the path of the key that is wrong.
 */
export function readKubernetesTabSettings(
  config: Config,
): KubernetesTabSettings {
  const section = config.getOptionalConfig('kubernetes');
  const locators = section?.getOptionalConfigArray('clusterLocatorMethods');
  const listing = (locators ?? []).filter(isListing);

  return {
    serviceLocator: readServiceLocator(section),
    objectTypes:
      section?.getOptionalStringArray('objectTypes') ?? DEFAULT_OBJECT_TYPES,
    customResources: readCustomResources(section) ?? [],
    clusters: listing
      .flatMap(locator => locator.getConfigArray('clusters'))
      .map(readCluster),
    hasUnlistedClusters: listing.length < (locators ?? []).length,
  };
}

function readServiceLocator(section: Config | undefined): ServiceLocator {
  // The Kubernetes plugin wants one; where that plugin is not installed, none need be there.
  const found =
    section?.getOptionalString('serviceLocatorMethod.type') ?? 'multiTenant';
  const known = SERVICE_LOCATORS.find(locator => locator === found);
  if (known === undefined) {
    throw new InputError(
      `kubernetes.serviceLocatorMethod.type is '${found}', which the Kubernetes plugin does not know; set it to one of: ${SERVICE_LOCATORS.join(
        ', ',
      )}`,
    );
  }
  return known;
}

function isListing(locator: Config): boolean {
  return locator.getString('type') === 'config';
}

function readCluster(cluster: Config): KubernetesTabCluster {
  return {
    name: cluster.getString('name'),
    authProvider:
      readAuthMetadata(cluster, AUTH_PROVIDER) ??
      cluster.getString('authProvider'),
    oidcTokenProvider:
      readAuthMetadata(cluster, OIDC_TOKEN_PROVIDER) ??
      cluster.getOptionalString('oidcTokenProvider'),
    customResources: readCustomResources(cluster),
  };
}

function readCustomResources(
  config: Config | undefined,
): CustomResourceType[] | undefined {
  return config?.getOptionalConfigArray('customResources')?.map(resource => ({
    group: resource.getString('group'),
    apiVersion: resource.getString('apiVersion'),
    plural: resource.getString('plural'),
  }));
}

/** Keys of `authMetadata` hold dots and slashes, so they cannot be asked for by path. */
function readAuthMetadata(cluster: Config, key: string): string | undefined {
  const metadata = cluster.getOptional<unknown>('authMetadata');
  if (typeof metadata !== 'object' || metadata === null) {
    return undefined;
  }
  const found = Object.entries(metadata).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found : undefined;
}
