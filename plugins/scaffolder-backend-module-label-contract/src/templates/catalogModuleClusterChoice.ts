import {
  coreServices,
  createBackendModule,
  createExtensionPoint,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { clusterAccessFromConfig } from '@portal-operations/plugin-label-contract-node';
import { offerClusters } from './offerClusters';

/** The catalog's own extension point, declared again for the reason that is told in module.ts. */
const catalogProcessing = createExtensionPoint<{
  addProcessor(...processors: CatalogProcessor[]): void;
}>({ id: 'catalog.processing' });

/**
 * Offers the portal's clusters in the forms of templates: those that the actions can reach, as the configuration
 * names them. The catalog does it when it reads a template, so every form and every check of the scaffolder has it.
 */
export const catalogModuleClusterChoice = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'label-contract-cluster-choice',
  register(reg) {
    reg.registerInit({
      deps: { catalog: catalogProcessing, config: coreServices.rootConfig },
      async init({ catalog, config }) {
        const access = clusterAccessFromConfig(config);
        catalog.addProcessor({
          getProcessorName: () => 'LabelContractClusterChoice',
          async preProcessEntity(entity: Entity) {
            if (entity.kind !== 'Template' || !entity.spec) {
              return entity;
            }
            const clusters = await access.listClusters();
            const reachable = clusters.filter(({ isReadable }) => isReadable);
            const parameters = offerClusters(entity.spec.parameters, reachable);
            // What was JSON stays JSON: only names were added.
            return Object.assign({}, entity, {
              spec: { ...entity.spec, parameters },
            });
          },
        });
      },
    });
  },
});
