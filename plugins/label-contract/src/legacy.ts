/**
 * The plugin of the old frontend system, as Red Hat Developer Hub loads it. Placement only.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { LABEL_CONTRACT_PLUGIN_ID } from '@portal-operations/plugin-label-contract-common';
import { ComponentType } from 'react';
import { labelContractApiRef } from './api/LabelContractApi';
import { LabelContractClient } from './api/LabelContractClient';
import { fleetRouteRef } from './routes';

export { labelContractApiRef } from './api/LabelContractApi';
export type {
  LabelContractAnswer,
  LabelContractApi,
  LabelContractRequestOptions,
} from './api/LabelContractApi';
export { LabelContractClient } from './api/LabelContractClient';
export {
  labelContractTranslationRef,
  labelContractTranslations,
} from './translation';

/**
 * The plugin object. Has to be exported, or its API factory is not registered.
 *
 * @public
 */
export const labelContractPlugin = createPlugin({
  id: LABEL_CONTRACT_PLUGIN_ID,
  routes: { fleet: fleetRouteRef },
  apis: [
    createApiFactory({
      api: labelContractApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new LabelContractClient(deps),
    }),
  ],
});

/**
 * The card of an entity's overview.
 *
 * @public
 */
export const EntityLabelContractCard: ComponentType =
  labelContractPlugin.provide(
    createComponentExtension({
      name: 'EntityLabelContractCard',
      component: {
        lazy: () =>
          import(
            './components/EntityLabelContractCard/EntityLabelContractCard'
          ).then(module => module.EntityLabelContractCard),
      },
    }),
  );

/**
 * The tab of an entity's page.
 *
 * @public
 */
export const EntityLabelContractTab: ComponentType =
  labelContractPlugin.provide(
    createComponentExtension({
      name: 'EntityLabelContractTab',
      component: {
        lazy: () =>
          import(
            './components/EntityLabelContractTab/EntityLabelContractTab'
          ).then(module => module.EntityLabelContractTab),
      },
    }),
  );

/**
 * The fleet page.
 *
 * @public
 */
export const LabelContractFleetPage: ComponentType =
  labelContractPlugin.provide(
    createRoutableExtension({
      name: 'LabelContractFleetPage',
      component: () =>
        import('./components/FleetRoutePage/FleetRoutePage').then(
          module => module.FleetRoutePage,
        ),
      mountPoint: fleetRouteRef,
    }),
  );
