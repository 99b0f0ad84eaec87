/**
 * The packages that a backend plugin can count on in Developer Hub 1.8 to 2.0, seen in its image's `node_modules`. All
 * others, the Kubernetes client among them, have to be inside the plugin. `backend-openapi-utils` was not seen but
 * follows: the catalog, the events and the search of every such portal depend on one and the same version of it.
 */
export const packagesOfThePortal = [
  '@backstage/backend-defaults',
  '@backstage/backend-openapi-utils',
  '@backstage/backend-plugin-api',
  '@backstage/catalog-client',
  '@backstage/catalog-model',
  '@backstage/config',
  '@backstage/errors',
  '@backstage/integration',
  '@backstage/plugin-catalog-node',
  '@backstage/plugin-events-node',
  '@backstage/plugin-permission-common',
  '@backstage/plugin-permission-node',
  '@backstage/plugin-scaffolder-node',
  '@backstage/plugin-signals-node',
  '@backstage/types',
];
