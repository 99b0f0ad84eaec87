import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { configuredPolicy } from './configuredPolicy';

/**
 * Who decides what may be done: the RBAC plugin of Developer Hub where `permission.rbac` is configured, else a policy
 * that `permission.denied` tells what to deny.
 */
export const permissionFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  async *loader({ config }) {
    if (config.has('permission.rbac')) {
      yield import('@backstage-community/plugin-rbac-backend');
      return;
    }
    yield import('@backstage/plugin-permission-backend');
    yield configuredPolicy;
  },
});
