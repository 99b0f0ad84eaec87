import { createRouteRef } from '@backstage/core-plugin-api';

/**
 * The fleet page of the old frontend system.
 *
 * @public
 */
export const fleetRouteRef = createRouteRef({ id: 'label-contract' });

/** Path of the tab below an entity's page, unless the installation places it elsewhere. */
export const TAB_PATH = '/label-contract';
