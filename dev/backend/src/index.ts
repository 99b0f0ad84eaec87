/*
 * The Backstage to develop and test in: upstream plugins, and ours as Red Hat Developer Hub loads
 * them. Nothing is decided here; what differs between environments is in `app-config.yaml`.
 */
import { createBackend } from '@backstage/backend-defaults';
import { permissionFeatures } from './permissions/permissionFeatures';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
// Signs in where `auth.providers.oidc` says with whom, and else does nothing.
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);

// Red Hat Developer Hub has the events plugin always, and signals where somebody switches them on.
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('@backstage/plugin-kubernetes-backend'));

backend.add(permissionFeatures);

backend.add(import('@backstage/plugin-scaffolder-backend'));

backend.add(import('@portal-operations/plugin-label-contract-backend'));
backend.add(
  import('@portal-operations/plugin-scaffolder-backend-module-label-contract'),
);

backend.start();
