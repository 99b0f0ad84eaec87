import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, isError } from '@backstage/errors';
import { ClusterAccess, ClusterEndpoint } from './ClusterAccess';
import { chooseCluster } from './clusters/chooseCluster';
import { directEndpoint, inClusterEndpoint } from './clusters/directEndpoint';
import {
  inClusterAccount,
  InClusterAccountOptions,
} from './clusters/inClusterAccount';
import { PlannedCluster, planClusters, Way } from './clusters/planClusters';
import { PluginClusterList, PluginClusters } from './clusters/PluginClusters';
import { KubernetesPlugin, proxyEndpoint } from './clusters/proxyEndpoint';
import {
  ConfiguredEntry,
  readConfiguredClusters,
} from './clusters/readConfiguredClusters';
import { OwnCluster, readOwnClusters } from './clusters/readOwnClusters';

/**
 * What {@link createClusterAccess} needs.
 *
 * @public
 */
export interface ClusterAccessOptions {
  /** The whole configuration of the portal; where it can change while we run, changes are followed. */
  readonly config: Config;
  /** To find the Kubernetes plugin. */
  readonly discovery: DiscoveryService;
  /** To be known to the Kubernetes plugin; nothing of it reaches a cluster. */
  readonly auth: AuthService;
  readonly logger: LoggerService;
}

/** What tests put in place of the real thing. */
export interface ClusterAccessSurroundings {
  readonly inCluster: InClusterAccountOptions;
  /** Milliseconds of a clock that never goes back. */
  readonly elapsedMs: () => number;
}

interface Settings {
  readonly configured: readonly ConfiguredEntry[];
  readonly own: readonly OwnCluster[];
}

/** A plan, and what it was made of. */
interface Planned {
  readonly settings: Settings;
  readonly listed: PluginClusterList;
  readonly clusters: readonly PlannedCluster[];
}

/**
 * How long a list of the Kubernetes plugin is good: a locator may ask the catalog or a cloud for it. Where
 * all clusters are configured, only a restart or another module of that plugin brings new ones.
 */
const REFRESH_MS = { configured: 10 * 60_000, located: 60_000 };

/**
 * Access to every cluster of the Kubernetes plugin, whatever its locator, for reading in the background.
 *
 * - With the authProvider `serviceAccount` of the locator `config`: straight, with the configured token or
 *   the account of the pod.
 * - With all other credentials that the Kubernetes plugin has by itself: through its proxy.
 * - With `oidc`, `google` and `aks`, where only a user has a credential: not at all.
 * - With an account of `labelContract.clusters`, whatever the above says: straight.
 *
 * Nothing is asked before somebody asks here.
 *
 * @throws InputError with the path of a key that is missing or malformed.
 * @public
 */
export function createClusterAccess(
  options: ClusterAccessOptions,
): ClusterAccess {
  return clusterAccessIn(options, {
    inCluster: {},
    elapsedMs: () => performance.now(),
  });
}

/** As {@link createClusterAccess}, in other surroundings. */
export function clusterAccessIn(
  { config, discovery, auth, logger }: ClusterAccessOptions,
  { inCluster, elapsedMs }: ClusterAccessSurroundings,
): ClusterAccess {
  const plugin: KubernetesPlugin = { discovery, auth };
  const account = inClusterAccount(inCluster);
  const listeners = new Set<() => void>();
  const warned = new Set<string>();
  let settings = readSettings(config);
  let planned: Planned | undefined;

  const pluginClusters = new PluginClusters({
    ...plugin,
    logger,
    elapsedMs,
    refreshMs: () =>
      settings.configured.some(({ kind }) => kind === 'locator')
        ? REFRESH_MS.located
        : REFRESH_MS.configured,
  });

  config.subscribe?.(() => {
    try {
      settings = readSettings(config);
    } catch (error) {
      logger.error(
        `The configuration of the clusters changed and is not understood; the clusters stay as they were: ${
          isError(error) ? error.message : error
        }`,
      );
      return;
    }
    listeners.forEach(listener => listener());
  });

  /** Kept as long as nothing of it changes: it is asked for with every request to a cluster. */
  const plan = (listed: PluginClusterList) => {
    if (planned?.settings !== settings || planned.listed !== listed) {
      const clusters = planClusters({ ...settings, listed, account });
      planned = { settings, listed, clusters };
    }
    return planned.clusters;
  };

  /** On the way to a cluster nobody waits for a newer list, unless there was none yet. */
  const currentPlan = async () =>
    plan(
      pluginClusters.known.kind === 'listed'
        ? pluginClusters.known
        : await pluginClusters.list(),
    );

  return {
    async listClusters() {
      const listed = await pluginClusters.list();
      namesOnlyWeKnow(settings, listed)
        .filter(name => !warned.has(name))
        .forEach(name => {
          warned.add(name);
          logger.warn(
            `labelContract.clusters names the cluster '${name}', which the Kubernetes plugin does not know: no tab shows it. Clusters of that plugin have to be named as it names them`,
          );
        });
      return plan(listed).map(({ known }) => known);
    },

    async endpointOf(name) {
      const cluster = chooseCluster(await currentPlan(), name);
      if (!cluster.way) {
        throw new InputError(cluster.known.whyNot);
      }
      return endpointOfWay(cluster.name, cluster.way, plugin);
    },

    async tabEndpointOf(name) {
      const cluster = chooseCluster(await currentPlan(), name);
      return (
        cluster.tabWay && endpointOfWay(cluster.name, cluster.tabWay, plugin)
      );
    },

    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function readSettings(config: Config): Settings {
  const settings = {
    configured: readConfiguredClusters(config),
    own: readOwnClusters(config),
  };
  // What is wrong shows now, and not when somebody asks for a cluster.
  planClusters({
    ...settings,
    account: undefined,
    listed: { kind: 'unknown', why: 'it was not asked yet' },
  });
  return settings;
}

/** Clusters that are read with an account of ours and that no tab shows: as a rule, a slip of the pen. */
function namesOnlyWeKnow(
  { configured, own }: Settings,
  listed: PluginClusterList,
): string[] {
  if (listed.kind === 'unknown') {
    return [];
  }
  const known = new Set([
    ...configured.map(({ name }) => name),
    ...listed.clusters.map(({ name }) => name),
  ]);
  return own
    .filter(({ name, token }) => token !== undefined && !known.has(name))
    .map(({ name }) => name);
}

function endpointOfWay(
  name: string,
  way: Way,
  plugin: KubernetesPlugin,
): Promise<ClusterEndpoint> {
  switch (way.kind) {
    case 'direct':
      return directEndpoint(way.address);
    case 'in-cluster':
      return inClusterEndpoint(name, way.account);
    case 'proxy':
    default:
      return proxyEndpoint(name, plugin);
  }
}
