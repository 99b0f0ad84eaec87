import * as corePluginApi from '@backstage/core-plugin-api';
import { version as corePluginApiVersion } from '@backstage/core-plugin-api/package.json';
import * as frontendPluginApi from '@backstage/frontend-plugin-api';
import { version as frontendPluginApiVersion } from '@backstage/frontend-plugin-api/package.json';
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
