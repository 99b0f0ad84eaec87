// @ts-check
/**
 * A portal's backend for tests, run by startHost as a process of its own, in the folder of a host.
 *
 * It is plain JavaScript, and runs without the TypeScript transform of this repository, so that a plugin which needs that
 * transform, or the sources of this repository, fails here as it would in a real portal.
 *
 * What Developer Hub has built in, or ships itself, is added here by name. The plugins under test come from the folder
 * `dynamicPlugins.rootDirectory` alone.
 */
const { createBackend } = require('@backstage/backend-defaults');
const { createBackendModule } = require('@backstage/backend-plugin-api');
const {
  dynamicPluginsFeatureLoader,
  dynamicPluginsServiceRef,
} = require('@backstage/backend-dynamic-feature-service');

const backend = createBackend();
backend.add(dynamicPluginsFeatureLoader);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));

/** Answers the parent's question which plugins were loaded, and which files of code this process has loaded by now. */
const reportModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'host-report',
  register(env) {
    env.registerInit({
      deps: { dynamicPlugins: dynamicPluginsServiceRef },
      async init({ dynamicPlugins }) {
        process.on('message', () => {
          process.send?.({
            plugins: dynamicPlugins
              .plugins({ includeFailed: true })
              .map(({ name, role, failure }) => ({ name, role, failure })),
            modules: Object.keys(require.cache),
            node: process.version,
          });
        });
      },
    });
  },
});
backend.add(reportModule);

backend.start().catch((/** @type {unknown} */ error) => {
  console.error(error);
  process.exit(1);
});

// The parent may end without a word, as when a test run is killed.
process.on('disconnect', () => process.exit(0));
