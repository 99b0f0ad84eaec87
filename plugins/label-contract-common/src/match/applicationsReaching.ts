import { ApplicationFacts } from '../facts/ApplicationFacts';
import { ClusterFacts } from '../facts/Facts';

/** How Argo CD calls the cluster that it runs on itself. */
const ITSELF = { server: 'kubernetes.default.svc', name: 'in-cluster' };

/**
 * The Applications, of several with one name, that deploy to a cluster. Where none certainly does, those
 * that may: Argo CD may know a cluster by another name and another address than the portal.
 *
 * @public
 */
export function applicationsReaching(options: {
  applications: readonly ApplicationFacts[];
  cluster: string;
  /** Every configured cluster. */
  clusters: Iterable<ClusterFacts>;
}): readonly ApplicationFacts[] {
  const { applications, cluster } = options;
  if (applications.length === 0) {
    return applications;
  }
  const clusters = [...options.clusters];
  const judged = applications.map(application => ({
    application,
    target: clusterReached(application, clusters),
  }));
  const certain = judged.filter(({ target }) => target === cluster);
  const possible = judged.filter(({ target }) => target === undefined);
  return (certain.length > 0 ? certain : possible).map(
    ({ application }) => application,
  );
}

/** The name of the cluster that an Application deploys to, where the portal knows that one. */
function clusterReached(
  { cluster, destination }: ApplicationFacts,
  clusters: readonly ClusterFacts[],
): string | undefined {
  const { server, name } = destination;
  const address = addressOf(server);
  if (name === ITSELF.name || address?.startsWith(ITSELF.server)) {
    return cluster;
  }
  return clusters.find(
    known =>
      (name !== undefined && known.name === name) ||
      (address !== undefined && addressOf(known.url) === address),
  )?.name;
}

/** An address without what two writings of it may differ in. */
function addressOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) {
    return undefined;
  }
  const { host, pathname } = new URL(url);
  return `${host}${pathname.replace(/\/+$/, '')}`;
}
