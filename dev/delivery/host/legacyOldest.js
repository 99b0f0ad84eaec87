// The old frontend system with the oldest APIs for plugins. It stands outside of src/, because the compiler would name the
// old packages in the declarations of the plugins: they export types of today's packages under a name of their own.
import * as corePluginApi from 'oldest-core-plugin-api';
import { version as corePluginApiVersion } from 'oldest-core-plugin-api/package.json';
import * as frontendPluginApi from 'oldest-frontend-plugin-api';
import { version as frontendPluginApiVersion } from 'oldest-frontend-plugin-api/package.json';
import { startLegacyShell } from '../src/__testUtils__/shells/startLegacyShell';

startLegacyShell({
  '@backstage/core-plugin-api': {
    module: corePluginApi,
    version: corePluginApiVersion,
  },
  '@backstage/frontend-plugin-api': {
    module: frontendPluginApi,
    version: frontendPluginApiVersion,
  },
});
