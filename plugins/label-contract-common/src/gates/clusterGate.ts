import { CORE_KINDS } from '../facts/coreKinds';
import { ClusterFacts, WatchProblem } from '../facts/Facts';
import { AskedClusters } from './askedClusters';
import { ClusterGateReport, GateState } from './GateReport';
import { KubernetesTabSettings } from './KubernetesTabSettings';
import { isUserProvider } from './userProviders';

/** What is the matter with one cluster, as far as it is known. */
type Matter = Exclude<
  ClusterGateReport['reason']['id'],
  AskedClusters['choice']['id']
>;

/**
 * What weighs most comes first: the plugin asks for all credentials before it draws anything, so one
 * that is missing takes every cluster away.
 * Source: `@backstage/plugin-kubernetes-backend`, `KubernetesFanOutHandler.fanOutRequests`, which lets
 * a failed `getCredential` fail them all and takes a failed request for an error of its cluster only.
 */
const HEAVIEST_FIRST: readonly Matter[] = [
  'credential-missing',
  'not-answering',
  'needs-sign-in',
  'not-ours',
  'syncing',
];

/**
 * Gate 2.
 *
 * @public
 */
export function clusterGate(options: {
  asked: AskedClusters;
  settings: KubernetesTabSettings;
  clusters: readonly ClusterFacts[];
}): ClusterGateReport {
  const { settings, clusters } = options;
  const { clusters: asked, choice } = options.asked;
  if (asked.length === 0) {
    return { gate: 'cluster', state: 'closed', reason: choice, holdsBack: [] };
  }

  const matters = new Map(
    clusters
      .filter(({ name }) => asked.includes(name))
      .map(cluster => [cluster.name, matterOf(cluster, settings)]),
  );
  const withMatter = (matter: Matter) =>
    asked.filter(name => matters.get(name) === matter);
  const heaviest = HEAVIEST_FIRST.find(each => withMatter(each).length > 0);
  if (heaviest === undefined) {
    return { gate: 'cluster', state: 'open', reason: choice, holdsBack: [] };
  }

  const causes = withMatter(heaviest);
  const isForAll = heaviest === 'credential-missing';
  return {
    gate: 'cluster',
    state: stateOf(heaviest, causes.length === asked.length),
    // What is chosen among clusters that nobody can name is a better reason than their silence.
    reason:
      choice.id === 'not-listed'
        ? choice
        : { id: heaviest, values: { clusters: causes, asked } },
    holdsBack: isForAll ? asked : causes,
  };
}

function stateOf(matter: Matter, isAll: boolean): GateState {
  switch (matter) {
    case 'credential-missing':
      return 'closed';
    case 'not-answering':
      return isAll ? 'closed' : 'partly';
    default:
      return 'unknown';
  }
}

function matterOf(
  cluster: ClusterFacts,
  settings: KubernetesTabSettings,
): Matter | undefined {
  const known = settings.clusters.find(({ name }) => name === cluster.name);
  // One kind that few services have does not speak for its cluster.
  const states = CORE_KINDS.flatMap(kind => cluster.watches[kind] ?? []);
  const has = (reason: WatchProblem['reason']) =>
    states.some(state => 'problem' in state && state.problem.reason === reason);

  // The plugin refuses such a cluster too. Source: its `OidcStrategy`.
  if (known?.authProvider === 'oidc' && !known.oidcTokenProvider) {
    return 'credential-missing';
  }
  if (known && isUserProvider(known.authProvider)) {
    return 'needs-sign-in';
  }
  if (has('no-background-access')) {
    // Of a ServiceAccount the plugin knows no more than the portal does. Source: its
    // `ServiceAccountStrategy`, which fails where there is neither a token nor a pod's own account.
    return known?.authProvider === 'serviceAccount'
      ? 'credential-missing'
      : 'not-ours';
  }
  if (has('unreachable') || has('unauthorized')) {
    return 'not-answering';
  }
  return states.some(({ kind }) => kind === 'syncing') ? 'syncing' : undefined;
}
