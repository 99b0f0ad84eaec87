import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  clustersOfClaims,
  LABEL_CONTRACT_PLUGIN_ID,
  labelContractPermissions,
} from '@portal-operations/plugin-label-contract-common';
import {
  clusterAccessFromConfig,
  requestCluster,
} from '@portal-operations/plugin-label-contract-node';
import { CatalogClaims } from './claims/CatalogClaims';
import { CatalogClaimSource } from './claims/CatalogClaimSource';
import { readKubernetesTabSettings } from './config/readKubernetesTabSettings';
import { readLabelContractConfig } from './config/readLabelContractConfig';
import { factsFrom } from './facts/factsFrom';
import { createRouter } from './http/createRouter';
import { WorkloadIndex } from './index/WorkloadIndex';
import { AuthorizedReportService } from './reports/AuthorizedReportService';
import { IndexReportService } from './reports/IndexReportService';
import { TroubleReader } from './troubles/TroubleReader';
import { systemClock } from './watch/Clock';
import { FleetWatcher } from './watch/FleetWatcher';

/**
 * The backend of the label contract: watches the clusters of the Kubernetes plugin's configuration,
 * keeps an index in memory, and answers reports from it.
 *
 * @public
 */
export const labelContractPlugin = createBackendPlugin({
  pluginId: LABEL_CONTRACT_PLUGIN_ID,
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({
        auth,
        catalog,
        config,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        permissions,
        permissionsRegistry,
      }) {
        const { isIgnoredNamespace } = readLabelContractConfig(config);
        const settings = readKubernetesTabSettings(config);
        const index = new WorkloadIndex();

        const access = clusterAccessFromConfig(config);

        const watcher = new FleetWatcher({
          access,
          parsers: factsFrom,
          sink: index,
          clock: systemClock,
          random: Math.random,
          logger,
        });
        const catalogClaims = new CatalogClaims({
          catalog,
          auth,
          logger,
          clustersOf: entity =>
            clustersOfClaims({
              settings,
              known: [...index.clusters()].map(({ name }) => name),
            })(entity),
          sleep: systemClock.sleep,
        });
        const troubles = new TroubleReader({
          index,
          request: async (cluster, request) =>
            requestCluster(await access.endpointOf(cluster), request),
          isIgnoredNamespace,
          now: systemClock.now,
          sleep: systemClock.sleep,
          logger,
        });
        lifecycle.addStartupHook(async () => {
          const running = await watcher.start();
          lifecycle.addShutdownHook(() => running.stop());

          const stopping = new AbortController();
          const reading = Promise.all([
            catalogClaims.run(stopping.signal),
            troubles.run(stopping.signal),
          ]);
          lifecycle.addShutdownHook(async () => {
            stopping.abort();
            await reading;
          });
        });

        permissionsRegistry.addPermissions(labelContractPermissions);

        const reports = new AuthorizedReportService({
          permissions,
          reports: new IndexReportService({
            claims: new CatalogClaimSource({ catalog }),
            facts: index,
            catalog: () => catalogClaims.view,
            isIgnoredNamespace,
            settings,
            now: systemClock.now,
          }),
        });
        httpRouter.use(createRouter({ httpAuth, reports }));
      },
    });
  },
});
