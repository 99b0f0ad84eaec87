import * as corePluginApi from 'oldest-core-plugin-api';
import { version as corePluginApiVersion } from 'oldest-core-plugin-api/package.json';
import * as frontendPluginApi from 'oldest-frontend-plugin-api';
import { version as frontendPluginApiVersion } from 'oldest-frontend-plugin-api/package.json';
import { startLegacyShell } from './startLegacyShell';

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
