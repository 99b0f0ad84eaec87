import { KnownCluster } from '../ClusterAccess';
import { DirectAddress } from './directEndpoint';
import { InClusterAccount } from './inClusterAccount';
import { PluginClusterList } from './PluginClusters';
import { isNameForProxy } from './proxyEndpoint';
import { ConfiguredCluster, ConfiguredEntry } from './readConfiguredClusters';
import { OwnCluster } from './readOwnClusters';
import { tokenIsMissing } from './tokenIsMissing';

/** How the portal gets to a cluster. */
export type Way =
  | { readonly kind: 'direct'; readonly address: DirectAddress }
  /** With the account of the pod that this process runs in. */
  | { readonly kind: 'in-cluster'; readonly account: InClusterAccount }
  /** Through the proxy of the Kubernetes plugin. */
  | { readonly kind: 'proxy' };

/** A cluster, and how to get there. */
export interface PlannedCluster {
  readonly name: string;
  readonly known: KnownCluster;
  /** Undefined where it is not readable. */
  readonly way?: Way;
  /** The way of the Kubernetes tab's own account, where ours is another one. */
  readonly tabWay?: Way;
}

/** All that is known of clusters, from three sides. */
export interface ClusterSources {
  /** The Kubernetes plugin's configuration. */
  readonly configured: readonly ConfiguredEntry[];
  /** What the Kubernetes plugin itself says. */
  readonly listed: PluginClusterList;
  /** The portal's own configuration. */
  readonly own: readonly OwnCluster[];
  /** Of the pod that this process runs in, where it does. */
  readonly account: InClusterAccount | undefined;
}

/** Providers that hand on the credential of whoever looks; `aks` hands on any, also that of a plugin. */
const USER_PROVIDERS: readonly string[] = ['oidc', 'google', 'aks'];
/** `kubectl proxy` signs in by itself, and takes a foreign token for the user's. */
const KUBECTL_PROXY = 'localKubectlProxy';
/** The only cluster of the locator `localKubectlProxy`. Source: `LocalKubectlProxyLocator`. */
const LOCAL_CLUSTER = { name: 'local', url: 'http://localhost:8001' };

/**
 * Decides for each cluster how it is reached. The configuration comes first and in its order, then what
 * only the Kubernetes plugin knows, then what only the portal's own configuration names.
 *
 * @throws InputError with the path of a key that is wrong and was not looked at before.
 */
export function planClusters(sources: ClusterSources): PlannedCluster[] {
  const { configured, listed, own } = sources;
  const planned = new Map<string, PlannedCluster>();
  const add = (cluster: PlannedCluster) => {
    if (!planned.has(cluster.name)) {
      planned.set(cluster.name, cluster);
    }
  };

  for (const entry of configured) {
    if (entry.kind === 'cluster') {
      add(planConfigured(entry, sources));
    } else if (entry.type === KUBECTL_PROXY) {
      add(planLocal());
    } else if (listed.kind === 'unknown') {
      add(planUnknown(entry, listed.why));
    }
  }
  for (const cluster of listed.kind === 'listed' ? listed.clusters : []) {
    add(planThroughPlugin(cluster, listed));
  }
  for (const cluster of own) {
    planned.set(cluster.name, planOwn(cluster, planned, sources));
  }
  return [...planned.values()];
}

function planConfigured(
  cluster: ConfiguredCluster,
  { account, listed }: ClusterSources,
): PlannedCluster {
  const { name, title, authProvider, url, token } = cluster;
  const known = { name, title, authProvider };
  if (authProvider === KUBECTL_PROXY) {
    return readable(known, {
      kind: 'direct',
      address: { name, url, trust: cluster.trust() },
    });
  }
  if (authProvider !== 'serviceAccount') {
    return planThroughPlugin(known, listed);
  }
  if (token !== undefined) {
    return readable(known, {
      kind: 'direct',
      address: { name, url, trust: cluster.trust(), token },
    });
  }
  return account
    ? readable(known, { kind: 'in-cluster', account })
    : unreadable(known, tokenIsMissing(name));
}

function planLocal(): PlannedCluster {
  const { name, url } = LOCAL_CLUSTER;
  return readable(
    { name, authProvider: KUBECTL_PROXY },
    { kind: 'direct', address: { name, url, trust: {} } },
  );
}

function planUnknown(
  { type, name, title }: { type: string; name: string; title: string },
  why: string,
): PlannedCluster {
  return unreadable(
    { name, title, authProvider: 'unknown' },
    `Only the Kubernetes plugin knows the clusters of the locator '${type}', and ${why}; ` +
      `they are there as soon as it answers`,
  );
}

function planThroughPlugin(
  known: Identity,
  listed: PluginClusterList,
): PlannedCluster {
  const whyNot = whyNotThroughPlugin(known, listed);
  return whyNot === undefined
    ? readable(known, { kind: 'proxy' })
    : unreadable(known, whyNot);
}

function whyNotThroughPlugin(
  { name, authProvider }: Identity,
  listed: PluginClusterList,
): string | undefined {
  if (USER_PROVIDERS.includes(authProvider)) {
    return (
      `Cluster '${name}' has the authProvider '${authProvider}', which asks with the credential of whoever ` +
      `looks; give the portal an account of its own for it under labelContract.clusters`
    );
  }
  if (authProvider === KUBECTL_PROXY) {
    return (
      `Cluster '${name}' has the authProvider '${authProvider}', and its address is not in the configuration; ` +
      `list it under a locator of type 'config', or under labelContract.clusters`
    );
  }
  if (!isNameForProxy(name)) {
    return (
      `Cluster '${name}' can be read only through the Kubernetes plugin, which is told the name in an HTTP header, ` +
      `and no header can hold this one; rename the cluster with ASCII characters, ` +
      `or give the portal an account of its own for it under labelContract.clusters`
    );
  }
  if (listed.kind === 'unknown') {
    return (
      `Cluster '${name}' has the authProvider '${authProvider}' and is read through the Kubernetes plugin, ` +
      `and ${listed.why}; it is read as soon as that plugin answers`
    );
  }
  return undefined;
}

function planOwn(
  own: OwnCluster,
  planned: ReadonlyMap<string, PlannedCluster>,
  { configured, listed }: ClusterSources,
): PlannedCluster {
  const { name, path, token, namespaces } = own;
  const base = planned.get(name);
  const known: Identity = {
    ...(base
      ? identityOf(base.known)
      : { name, authProvider: 'serviceAccount' }),
    ...(namespaces && { namespaces }),
  };

  if (token === undefined) {
    if (!isOnlyNamespaces(own)) {
      return unreadable(
        known,
        `${path} gives cluster '${name}' no serviceAccountToken; configure the token, and where it comes ` +
          `from an environment variable check that it is set`,
      );
    }
    return base
      ? { ...base, known: { ...base.known, namespaces } }
      : unreadable(
          known,
          `${path} names the cluster '${name}' without a url and a serviceAccountToken, and ${
            listed.kind === 'unknown'
              ? `the Kubernetes plugin cannot be asked for it: ${listed.why}`
              : `the Kubernetes plugin does not know it; known clusters: ${
                  [...planned.keys()].join(', ') || 'none'
                }`
          }`,
        );
  }

  const address = addressOf({ ...own, token }, configured);
  if (!address) {
    return unreadable(
      known,
      `${path} gives cluster '${name}' no url, and the configuration of the Kubernetes plugin has none for it ` +
        `either; add the address of its API server`,
    );
  }
  return {
    ...readable({ ...known, account: 'own' }, { kind: 'direct', address }),
    ...(base?.way && { tabWay: base.way }),
  };
}

function isOnlyNamespaces({ url, trust, namespaces }: OwnCluster): boolean {
  const { caData, caFile, skipTlsVerify } = trust;
  return (
    namespaces !== undefined &&
    [url, caData, caFile, skipTlsVerify].every(each => each === undefined)
  );
}

/** A configured address brings its certificates along; another address has to bring its own. */
function addressOf(
  { name, url, token, trust }: OwnCluster & { readonly token: string },
  configured: readonly ConfiguredEntry[],
): DirectAddress | undefined {
  if (url !== undefined) {
    return { name, url, trust, token };
  }
  const found = configured.find(entry => entry.name === name);
  if (found?.kind !== 'cluster') {
    return undefined;
  }
  const given = found.trust();
  const bringsCertificates =
    trust.caData !== undefined || trust.caFile !== undefined;
  return {
    name,
    url: found.url,
    token,
    trust: {
      ...(bringsCertificates ? trust : given),
      skipTlsVerify: trust.skipTlsVerify ?? given.skipTlsVerify,
    },
  };
}

/** What is known of a cluster apart from whether it can be read. */
type Identity = Omit<KnownCluster, 'isReadable' | 'whyNot'>;

function identityOf({ isReadable, whyNot, ...identity }: KnownCluster) {
  return identity;
}

function readable(identity: Identity, way: Way): PlannedCluster {
  return {
    name: identity.name,
    known: { ...identity, isReadable: true },
    way,
  };
}

function unreadable(identity: Identity, whyNot: string): PlannedCluster {
  return {
    name: identity.name,
    known: { ...identity, isReadable: false, whyNot },
  };
}
