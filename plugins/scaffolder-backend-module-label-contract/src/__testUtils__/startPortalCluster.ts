import { ControlPlane, startControlPlane } from '@internal/control-plane';
import { ConfigReader } from '@backstage/config';
import {
  ClusterAccess,
  clusterAccessFromConfig,
} from '@portal-operations/plugin-label-contract-node';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** A cluster with the portal's rights in it, and nothing else. */
export interface PortalCluster {
  controlPlane: ControlPlane;
  /** Token of the portal's ServiceAccount. */
  token: string;
  /** The portal's own access, as from its configuration. */
  access: ClusterAccess;
  /** The same cluster with another credential, or at another address. */
  accessWith(changes: { token?: string; url?: string }): ClusterAccess;
  /** The same cluster with a ServiceAccount of its own that has these rights, and no others. */
  accessOf(name: string, rules: readonly PolicyRule[]): Promise<ClusterAccess>;
}

/** A rule of a ClusterRole. */
export interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  resourceNames?: string[];
  verbs: string[];
}

/** The folder `install/rbac`. */
export const RBAC_FOLDER = resolve(__dirname, '../../../../install/rbac');

/** The rules of a ClusterRole of `install/rbac`, by its file. */
export function rulesOfFile(file: string): PolicyRule[] {
  const [role] = parseAllDocuments(
    readFileSync(resolve(RBAC_FOLDER, file), 'utf8'),
  );
  return role.toJS().rules;
}

/** Starts a control plane and gives the portal exactly the rights of `install/rbac`, its options included if asked for. */
export async function startPortalCluster(
  options: { withOptions?: boolean } = {},
): Promise<PortalCluster> {
  const controlPlane = await startControlPlane();
  await controlPlane.kubectl(['create', 'namespace', 'backstage']);
  const folders = options.withOptions
    ? [RBAC_FOLDER, resolve(RBAC_FOLDER, 'options')]
    : [RBAC_FOLDER];
  for (const folder of folders) {
    await controlPlane.kubectl(['apply', '--kustomize', folder]);
  }
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

  const accessOf: PortalCluster['accessOf'] = async (name, rules) => {
    await controlPlane.kubectl(['create', 'sa', name, '-n', 'backstage']);
    await controlPlane.kubectl(['apply', '--filename=-'], {
      input: [
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRole',
          metadata: { name },
          rules,
        },
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRoleBinding',
          metadata: { name },
          roleRef: {
            apiGroup: 'rbac.authorization.k8s.io',
            kind: 'ClusterRole',
            name,
          },
          subjects: [{ kind: 'ServiceAccount', name, namespace: 'backstage' }],
        },
      ]
        .map(object => JSON.stringify(object))
        .join('\n---\n'),
    });
    return accessWith({
      token: await controlPlane.createToken({
        namespace: 'backstage',
        serviceAccount: name,
      }),
    });
  };

  return { controlPlane, token, access: accessWith({}), accessWith, accessOf };
}
