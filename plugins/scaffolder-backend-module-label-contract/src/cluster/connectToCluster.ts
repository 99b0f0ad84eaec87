import type { ClusterEndpoint } from '@portal-operations/plugin-label-contract-node';
import type { ClusterClient } from './ClusterClient';
import { clusterConfiguration } from './clusterConfiguration';
import { loadKubernetesClient } from './loadKubernetesClient';
import { objectRequests } from './objectRequests';
import { podRequests } from './podRequests';
import { requestSender } from './requestSender';
import { rightRequests } from './rightRequests';

/** Options of {@link connectToCluster}. */
export interface ConnectToClusterOptions {
  endpoint: ClusterEndpoint;
  /** Ends the request that is under way, and refuses any further. */
  signal?: AbortSignal;
}

/** A client for one cluster, over `@kubernetes/client-node`. */
export async function connectToCluster(
  options: ConnectToClusterOptions,
): Promise<ClusterClient> {
  const { endpoint, signal } = options;
  const kubernetes = await loadKubernetesClient();
  const { configuration, takeWarnings, close } = clusterConfiguration({
    kubernetes,
    endpoint,
    signal,
  });
  const send = requestSender({ kubernetes, signal });
  const requests = { kubernetes, configuration, send };
  return {
    cluster: endpoint.name,
    ...objectRequests(requests),
    ...podRequests(requests),
    ...rightRequests(requests),
    takeWarnings,
    toYaml: object => kubernetes.dumpYaml(object),
    close,
  };
}
