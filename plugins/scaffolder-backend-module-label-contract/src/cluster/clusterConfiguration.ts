import type { Configuration } from '@kubernetes/client-node';
import type { ClusterEndpoint } from '@portal-operations/plugin-label-contract-node';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { KubernetesClient } from './loadKubernetesClient';
import { warningsOf } from './warningsOf';

/** Milliseconds until an API server has to have answered. */
export const REQUEST_TIMEOUT_MS = 30_000;

/** What all requests to one cluster have in common. */
export interface ClusterConfiguration {
  readonly configuration: Configuration;
  /** What the API server warned of since this was called last, each once. */
  takeWarnings(): string[];
  /** Closes the connections. */
  close(): void;
}

/** Address, credentials and time limit of every request; collects the API server's warnings. */
export function clusterConfiguration(options: {
  kubernetes: KubernetesClient;
  endpoint: ClusterEndpoint;
  /** Ends the request that is under way. */
  signal?: AbortSignal;
}): ClusterConfiguration {
  const { kubernetes, endpoint, signal } = options;
  const agent = agentFor(endpoint);
  const warnings = new Set<string>();
  const configuration = kubernetes.createConfiguration({
    baseServer: new kubernetes.ServerConfiguration(endpoint.url, {}),
    authMethods: {
      default: {
        getName: () => 'cluster access of the portal',
        async applySecurityAuthentication(request) {
          for (const [name, value] of Object.entries(
            await endpoint.headers(),
          )) {
            request.setHeaderParam(name, value);
          }
          request.setAgent(agent);
        },
      },
    },
    promiseMiddleware: [
      {
        async pre(request) {
          const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
          request.setSignal(
            signal ? AbortSignal.any([signal, timeout]) : timeout,
          );
          return request;
        },
        async post(response) {
          warningsOf(response.headers.warning).forEach(warning =>
            warnings.add(warning),
          );
          return response;
        },
      },
    ],
  });
  return {
    configuration,
    takeWarnings() {
      const taken = [...warnings];
      warnings.clear();
      return taken;
    },
    close: () => agent.destroy(),
  };
}

function agentFor(endpoint: ClusterEndpoint): HttpAgent {
  if (new URL(endpoint.url).protocol === 'http:') {
    return new HttpAgent({ keepAlive: true });
  }
  return new HttpsAgent({
    keepAlive: true,
    ca: endpoint.caData && Buffer.from(endpoint.caData, 'base64'),
    rejectUnauthorized: !endpoint.skipTlsVerify,
  });
}
