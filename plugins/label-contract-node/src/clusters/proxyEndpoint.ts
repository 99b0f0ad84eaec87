import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ClusterEndpoint } from '../ClusterAccess';
import { pluginHeaders } from './pluginHeaders';

/** Where the Kubernetes plugin is, and who asks it. */
export interface KubernetesPlugin {
  readonly discovery: DiscoveryService;
  readonly auth: AuthService;
}

/** A name that an HTTP header can hold as it is. */
const NAME_IN_HEADER = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

/** Whether the proxy can be told the name of a cluster: it is told in a header. */
export function isNameForProxy(name: string): boolean {
  return NAME_IN_HEADER.test(name);
}

/**
 * The way to a cluster through the proxy of the Kubernetes plugin, which adds the cluster's credential.
 * It must not be taken to a cluster of which that plugin has none of its own: there the proxy hands on the
 * header as it is, and with it a token of this portal.
 */
export async function proxyEndpoint(
  name: string,
  plugin: KubernetesPlugin,
): Promise<ClusterEndpoint> {
  return {
    name,
    url: `${await plugin.discovery.getBaseUrl('kubernetes')}/proxy`,
    skipTlsVerify: false,
    via: 'kubernetes-plugin',
    headers: async () => ({
      ...(await pluginHeaders(plugin)),
      'Backstage-Kubernetes-Cluster': name,
    }),
  };
}
