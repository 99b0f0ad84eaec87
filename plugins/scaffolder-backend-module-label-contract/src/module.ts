import {
  coreServices,
  createBackendModule,
  createExtensionPoint,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterAccessFromConfig } from '@portal-operations/plugin-label-contract-node';
import { argoCdApplicationAction } from './actions/argoCdApplicationAction';
import { entityVerifyAction } from './actions/entityVerifyAction';
import { manifestsPushAction } from './actions/manifestsPushAction';
import { manifestsWriteAction } from './actions/manifestsWriteAction';
import { namespaceCreateAction } from './actions/namespaceCreateAction';
import { serviceRemoveAction } from './actions/serviceRemoveAction';
import { workloadDeployAction } from './actions/workloadDeployAction';
import { repositoryPolicyFromConfig } from './git/RepositoryPolicy';
import { createReportReader } from './reports/ReportReader';

/**
 * The scaffolder's own extension point, declared again: `@backstage/plugin-scaffolder-node` exports it
 * from `/alpha` only up to 0.11 (RHDH 1.8) and from its root only since 0.12, and a dynamic plugin takes
 * that package from its host. Extension points are matched by id.
 */
const scaffolderActions = createExtensionPoint<{
  addActions(...actions: TemplateAction<any, any, any>[]): void;
}>({ id: 'scaffolder.actions' });

/** Adds the actions of the label contract to the scaffolder. */
export const scaffolderModuleLabelContract = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'label-contract',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActions,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        userInfo: coreServices.userInfo,
      },
      async init({
        actions,
        auditor,
        auth,
        catalog,
        config,
        discovery,
        userInfo,
      }) {
        const clusters = clusterAccessFromConfig(config);
        const repositories = repositoryPolicyFromConfig(config);
        const integrations = ScmIntegrations.fromConfig(config);
        const reports = createReportReader({ auth, discovery });
        actions.addActions(
          namespaceCreateAction({ clusters, auditor, userInfo }),
          workloadDeployAction({ clusters, catalog, auditor, reports }),
          manifestsWriteAction({ catalog }),
          manifestsPushAction({ repositories, integrations, auditor }),
          argoCdApplicationAction({ clusters, repositories, auditor }),
          serviceRemoveAction({ clusters, catalog, auditor, userInfo }),
          entityVerifyAction({ catalog, reports }),
        );
      },
    });
  },
});
