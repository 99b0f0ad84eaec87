import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ClusterAccess, KnownCluster } from './ClusterAccess';
import { chooseCluster } from './clusters/chooseCluster';
import { directEndpoint, inClusterEndpoint } from './clusters/directEndpoint';
import {
  InClusterAccount,
  inClusterAccount,
  InClusterAccountOptions,
} from './clusters/inClusterAccount';
import {
  ConfiguredCluster,
  ConfiguredEntry,
  readConfiguredClusters,
} from './clusters/readConfiguredClusters';
import { tokenIsMissing } from './clusters/tokenIsMissing';

/**
 * Access to the clusters of the Kubernetes plugin's own configuration, with the account that it names
 * and no other. Those with the authProvider `serviceAccount` are reached straight, with the configured
 * token or the account of the pod that this process runs in; all others are listed as not readable.
 *
 * @throws InputError with the path of a key that is missing or malformed.
 * @public
 */
export function clusterAccessFromConfig(config: Config): ClusterAccess {
  return configuredClusterAccess(config, {});
}

/** As {@link clusterAccessFromConfig}, where the pod's own account is elsewhere. */
export function configuredClusterAccess(
  config: Config,
  inCluster: InClusterAccountOptions,
): ClusterAccess {
  const account = inClusterAccount(inCluster);
  const entries = readConfiguredClusters(config);

  return {
    async listClusters() {
      return entries.map(entry => knownCluster(entry, account));
    },

    async endpointOf(name) {
      const entry = chooseCluster(entries, name);
      const known = knownCluster(entry, account);
      if (entry.kind === 'locator' || !known.isReadable) {
        throw new InputError(known.whyNot);
      }
      const { url, token } = entry;
      return token === undefined && account
        ? inClusterEndpoint(entry.name, account)
        : directEndpoint({
            name: entry.name,
            url,
            trust: entry.trust(),
            token,
          });
    },
  };
}

function knownCluster(
  entry: ConfiguredEntry,
  account: InClusterAccount | undefined,
): KnownCluster {
  const { name, title } = entry;
  if (entry.kind === 'locator') {
    return {
      name,
      title,
      authProvider: 'unknown',
      isReadable: false,
      whyNot:
        `Clusters of the locator '${entry.type}' are not read in the background; list them under ` +
        `a locator of type 'config' with a serviceAccountToken`,
    };
  }

  const whyNot = whyNotReadable(entry, account);
  return {
    name,
    title,
    authProvider: entry.authProvider,
    isReadable: whyNot === undefined,
    ...(whyNot !== undefined && { whyNot }),
  };
}

function whyNotReadable(
  { name, authProvider, token }: ConfiguredCluster,
  account: InClusterAccount | undefined,
): string | undefined {
  if (authProvider !== 'serviceAccount') {
    return (
      `Cluster '${name}' has the authProvider '${authProvider}', which gives the portal no ` +
      `credential of its own; configure the authProvider 'serviceAccount' with a serviceAccountToken`
    );
  }
  return token === undefined && !account ? tokenIsMissing(name) : undefined;
}
