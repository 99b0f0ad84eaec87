import type { PortalCluster } from './startPortalCluster';

/** An entry of `kubernetes.clusterLocatorMethods` for a cluster. */
export function clusterConfig(
  { controlPlane, token }: Pick<PortalCluster, 'controlPlane' | 'token'>,
  name: string = 'workshop',
) {
  return {
    name,
    url: controlPlane.url,
    authProvider: 'serviceAccount',
    serviceAccountToken: token,
    caData: controlPlane.caData,
  };
}
