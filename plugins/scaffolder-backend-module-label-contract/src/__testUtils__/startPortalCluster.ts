import { ControlPlane, startControlPlane } from '@internal/control-plane';
import { ConfigReader } from '@backstage/config';
import {
  ClusterAccess,
  clusterAccessFromConfig,
} from '@portal-operations/plugin-label-contract-node';
import { resolve } from 'node:path';

/** A cluster with the portal's rights in it, and nothing else. */
export interface PortalCluster {
  controlPlane: ControlPlane;
  /** Token of the portal's ServiceAccount. */
  token: string;
  /** The portal's own access, as from its configuration. */
  access: ClusterAccess;
  /** The same cluster with another credential, or at another address. */
  accessWith(changes: { token?: string; url?: string }): ClusterAccess;
}

/** Starts a control plane and gives the portal exactly the rights of `install/rbac`. */
export async function startPortalCluster(): Promise<PortalCluster> {
  const controlPlane = await startControlPlane();
  await controlPlane.kubectl(['create', 'namespace', 'backstage']);
  await controlPlane.kubectl([
    'apply',
    '--kustomize',
    resolve(__dirname, '../../../../install/rbac'),
  ]);
  const token = await controlPlane.createToken({
    namespace: 'backstage',
    serviceAccount: 'rhdh-kubernetes-plugin',
  });

  const accessWith: PortalCluster['accessWith'] = changes =>
    clusterAccessFromConfig(
      new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  name: 'workshop',
                  url: changes.url ?? controlPlane.url,
                  authProvider: 'serviceAccount',
                  serviceAccountToken: changes.token ?? token,
                  caData: controlPlane.caData,
                },
              ],
            },
          ],
        },
      }),
    );

  return { controlPlane, token, access: accessWith({}), accessWith };
}
