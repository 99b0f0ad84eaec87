import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { metrics } from '@opentelemetry/api';
import {
  clusterFreshness,
  clustersOfClaims,
  kindsAskedFor,
  LABEL_CONTRACT_PLUGIN_ID,
  labelContractPermissions,
} from '@portal-operations/plugin-label-contract-common';
import {
  createClusterAccess,
  requestCluster,
} from '@portal-operations/plugin-label-contract-node';
import { setImmediate } from 'node:timers/promises';
import { TabAccessReader } from './access/TabAccessReader';
import { CatalogClaims } from './claims/CatalogClaims';
import { CatalogClaimSource } from './claims/CatalogClaimSource';
import { readKubernetesTabSettings } from './config/readKubernetesTabSettings';
import { readLabelContractConfig } from './config/readLabelContractConfig';
import { factsFrom } from './facts/factsFrom';
import { asOfOf } from './http/asOfOf';
import { createHistory } from './history/createHistory';
import { createRouter } from './http/createRouter';
import { WorkloadIndex } from './index/WorkloadIndex';
import { createInstruments, METER_NAME } from './metrics/createInstruments';
import { KindCounts } from './metrics/KindCounts';
import { historyObserverOf } from './metrics/historyObserverOf';
import { measuredRequest } from './metrics/measuredRequest';
import { MeasuredReportService } from './metrics/MeasuredReportService';
import { observeSources } from './metrics/observeSources';
import { watchObserverOf } from './metrics/watchObserverOf';
import { AuthorizedReportService } from './reports/AuthorizedReportService';
import { FleetObserver } from './reports/FleetObserver';
import { IndexReportService } from './reports/IndexReportService';
import { IndexTally } from './reports/IndexTally';
import { ChangeAnnouncer } from './signals/ChangeAnnouncer';
import { isSignalsInstalled } from './signals/isSignalsInstalled';
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
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init({
        auditor,
        auth,
        catalog,
        config,
        database,
        discovery,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        permissions,
        permissionsRegistry,
        scheduler,
        signals,
      }) {
        const {
          history: memory,
          isIgnoredNamespace,
          logs,
        } = readLabelContractConfig(config);
        const settings = readKubernetesTabSettings(config);
        const index = new WorkloadIndex();
        const instruments = createInstruments(metrics.getMeter(METER_NAME));

        const access = createClusterAccess({ config, discovery, auth, logger });

        const watcher = new FleetWatcher({
          access,
          parsers: factsFrom,
          sink: index,
          clock: systemClock,
          random: Math.random,
          logger,
          observer: watchObserverOf(instruments),
        });
        const tabAccess = new TabAccessReader({
          ...systemClock,
          access,
          kindsOf: cluster => kindsAskedFor(settings, cluster),
          sink: index,
          random: Math.random,
          logger,
        });
        const catalogClaims = new CatalogClaims({
          catalog,
          auth,
          logger,
          clustersOf: known => clustersOfClaims({ settings, known }),
          clusters: () => [...index.clusters()].map(({ name }) => name),
          onView: ({ labelKeys }) => index.setLabelKeys(labelKeys),
          sleep: systemClock.sleep,
          random: Math.random,
          now: systemClock.now,
        });
        const tally = new IndexTally(index);
        const history = createHistory({
          ...systemClock,
          database,
          scheduler,
          index,
          catalog: catalogClaims,
          clustersOf: entity =>
            clustersOfClaims({
              settings,
              known: [...index.clusters()].map(({ name }) => name),
            })(entity),
          retentionMs: memory.retentionMs,
          logger,
          observer: historyObserverOf(instruments),
        });
        const fleet = new FleetObserver({
          claims: catalogClaims,
          facts: index,
          tally,
          history: history.reader,
          isIgnoredNamespace,
          settings,
          clock: { ...systemClock, giveTurn: setImmediate },
          logger,
        });
        const troubles = new TroubleReader({
          index,
          request: measuredRequest(
            async (cluster, request) =>
              requestCluster(await access.endpointOf(cluster), request),
            instruments,
          ),
          logs,
          isIgnoredNamespace,
          now: systemClock.now,
          sleep: systemClock.sleep,
          logger,
        });
        const kinds = new KindCounts();
        index.subscribe(kinds.note);
        lifecycle.addShutdownHook(
          observeSources({
            instruments,
            sources: {
              fleet: () => fleet.latest,
              clusters: () => index.clusters(),
              objectsByKind: () => kinds,
              catalogReadAt: () => catalogClaims.readAt,
            },
            now: systemClock.now,
          }),
        );
        const announcer = new ChangeAnnouncer({
          signals,
          isInstalled: signal => isSignalsInstalled({ discovery, signal }),
          firstGeneration: systemClock.now().getTime(),
          sleep: systemClock.sleep,
          logger,
        });
        index.subscribe(announcer.note);
        fleet.subscribe(announcer.note);
        lifecycle.addStartupHook(async () => {
          const keeping = new AbortController();
          const kept = history.run(keeping.signal);
          lifecycle.addShutdownHook(async () => {
            keeping.abort();
            await kept;
          });

          const running = await watcher.start();
          lifecycle.addShutdownHook(() => running.stop());

          const stopping = new AbortController();
          const reading = Promise.all([
            catalogClaims.run(stopping.signal),
            tabAccess.run(stopping.signal),
            fleet.run(stopping.signal),
            announcer.run(stopping.signal),
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
            claims: new CatalogClaimSource({
              catalog,
              sleep: systemClock.sleep,
            }),
            facts: index,
            tally,
            fleet,
            history: history.reader,
            catalog: () => catalogClaims.view,
            isIgnoredNamespace,
            settings,
            now: systemClock.now,
          }),
        });
        httpRouter.use(
          createRouter({
            auditor,
            httpAuth,
            reports: new MeasuredReportService({
              reports,
              instruments,
              elapsedMs: systemClock.elapsedMs,
            }),
            asOf: () => asOfOf([...index.clusters()].map(clusterFreshness)),
          }),
        );
      },
    });
  },
});
