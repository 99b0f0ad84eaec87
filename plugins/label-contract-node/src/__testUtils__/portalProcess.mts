/*
 * A portal in a process of its own, as `startPortal` starts it: the Kubernetes plugin loads ES modules,
 * which Jest does not let it. Run by Node.js as it is, so only types may be stripped of it.
 */
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import {
  type ClusterDetails,
  kubernetesClusterSupplierExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import type { PortalAnswer, PortalRequest } from './PortalMessages';

const [port, hasKubernetesPlugin] = process.argv.slice(2);

let clusters: ClusterDetails[] = [];
let createToken = async (_targetPluginId: string): Promise<string> => {
  throw new Error('The portal is not ready');
};

const backend = createBackend();
backend.add(mockServices.rootLogger.factory());
backend.add(
  mockServices.rootConfig.factory({
    data: {
      backend: {
        baseUrl: `http://127.0.0.1:${port}`,
        listen: { host: '127.0.0.1', port: Number(port) },
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [],
      },
    },
  }),
);
backend.add(catalogServiceMock.factory());
if (hasKubernetesPlugin === 'true') {
  backend.add(kubernetesPlugin);
  backend.add(
    createBackendModule({
      pluginId: 'kubernetes',
      moduleId: 'clusters-of-the-test',
      register(env) {
        env.registerInit({
          deps: { supplier: kubernetesClusterSupplierExtensionPoint },
          async init({ supplier }) {
            supplier.addClusterSupplier({ getClusters: async () => clusters });
          },
        });
      },
    }),
  );
}
backend.add(
  createBackendPlugin({
    pluginId: 'label-contract',
    register(env) {
      env.registerInit({
        deps: { auth: coreServices.auth },
        async init({ auth }) {
          createToken = async targetPluginId => {
            const { token } = await auth.getPluginRequestToken({
              onBehalfOf: await auth.getOwnServiceCredentials(),
              targetPluginId,
            });
            return token;
          };
        },
      });
    },
  }),
);

function answer(message: PortalAnswer): void {
  process.send?.(message);
}

process.on('message', async (request: PortalRequest) => {
  switch (request.kind) {
    case 'clusters':
      clusters = request.clusters;
      answer({ id: request.id });
      break;
    default:
      answer({
        id: request.id,
        token: await createToken(request.targetPluginId),
      });
  }
});
process.on('disconnect', () => process.exit());

backend.start().then(
  () => answer({ id: 0 }),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
