import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { LABEL_CONTRACT_PLUGIN_ID } from '@portal-operations/plugin-label-contract-common';
import { entityLabelContractCard } from './extensions/entityLabelContractCard';
import { entityLabelContractTab } from './extensions/entityLabelContractTab';
import { fleetPage, fleetPageRouteRef } from './extensions/fleetPage';
import { labelContractApi } from './extensions/labelContractApi';

/**
 * The plugin of the new frontend system. Placement only.
 *
 * @public
 */
export const labelContractPlugin = createFrontendPlugin({
  pluginId: LABEL_CONTRACT_PLUGIN_ID,
  title: 'Label contract',
  info: { packageJson: () => import('../package.json') },
  routes: { fleet: fleetPageRouteRef },
  extensions: [
    labelContractApi,
    entityLabelContractCard,
    entityLabelContractTab,
    fleetPage,
  ],
});
