import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { scaffolderModuleLabelContract } from './module';
import { catalogModuleClusterChoice } from './templates/catalogModuleClusterChoice';

/**
 * Adds the actions of the label contract to the scaffolder; with `labelContract.templates.offerClusters` also the
 * choice of a cluster to the forms, for which the catalog has to run in the same backend.
 *
 * @public
 */
export const labelContractFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    yield scaffolderModuleLabelContract;
    if (config.getOptionalBoolean('labelContract.templates.offerClusters')) {
      yield catalogModuleClusterChoice;
    }
  },
});
