import { ConfigReader } from '@backstage/core-app-api';
import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendFeatureLoader,
  type FrontendFeature,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { createInstance } from '@module-federation/runtime';
import { createRoot } from 'react-dom/client';
import { sharedByBoth } from './sharedByBoth';

interface Remote {
  packageName: string;
  exposedModules: string[];
  remoteInfo: { name: string; entry: string };
}

/** What the backend serves to the new frontend system. */
async function loadRemoteFeatures(
  config: ConfigReader,
): Promise<FrontendFeature[]> {
  const remotes: Remote[] = await fetch(
    `${config.getString(
      'backend.baseUrl',
    )}/.backstage/dynamic-features/remotes`,
  ).then(answer => answer.json());
  const federation = createInstance({
    name: 'shell',
    remotes: remotes.map(({ packageName, remoteInfo }) => ({
      alias: packageName,
      ...remoteInfo,
    })),
    shared: Object.fromEntries(
      Object.entries(sharedByBoth).map(([name, { version, module }]) => [
        name,
        {
          version,
          lib: () => {
            window.shellNotes.shared[name] = version;
            return module;
          },
          shareConfig: { singleton: true, requiredVersion: '*', eager: true },
        },
      ]),
    ),
  });
  const features = remotes.flatMap(({ remoteInfo, exposedModules }) =>
    exposedModules.map(async module => {
      const name = module === '.' ? '' : module.replace(/^\./, '');
      const loaded = await federation.loadRemote<{ default: FrontendFeature }>(
        `${remoteInfo.name}${name}`,
      );
      if (!loaded) {
        throw new Error(`${remoteInfo.name} exposes no ${module}`);
      }
      return loaded.default;
    }),
  );
  return Promise.all(features);
}

window.shellNotes = { shared: {} };
const config = new ConfigReader({ ...window.shellSettings.config });
const app = createApp({
  features: [
    catalogPlugin,
    scaffolderPlugin,
    createFrontendFeatureLoader({
      loader: () => loadRemoteFeatures(config),
    }),
  ],
  advanced: { configLoader: async () => ({ config }) },
});
const container = document.getElementById('root');
if (!container) {
  throw new Error("The page has no element with the id 'root'");
}
createRoot(container).render(app.createRoot());
