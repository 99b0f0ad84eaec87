import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import * as coreAppApi from '@backstage/core-app-api';
import { version as coreAppApiVersion } from '@backstage/core-app-api/package.json';
import { SignInPage } from '@backstage/core-components';
import type { BackstagePlugin } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
  catalogPlugin,
} from '@backstage/plugin-catalog';
import * as versionBridge from '@backstage/version-bridge';
import { version as versionBridgeVersion } from '@backstage/version-bridge/package.json';
import { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { Navigate, Route } from 'react-router-dom';
import { loadScalprumPlugin } from './loadScalprumPlugin';
import { sharedByBoth } from './sharedByBoth';
import type { SharedPackage } from './SharedPackage';
import type { LegacyFrontend } from './ShellSettings';

interface LoadedFrontend {
  frontend: LegacyFrontend;
  exposed: Record<string, unknown>;
}

/**
 * A shell of the old frontend system, small: the page of an entity with what plugins place on it, and their own pages.
 *
 * @param pluginApis - what plugins get for the packages that they are written against
 */
export async function startLegacyShell(
  pluginApis: Record<string, SharedPackage>,
): Promise<void> {
  window.shellNotes = { shared: {} };
  const { config, frontends, assets } = window.shellSettings;
  const shared = {
    ...sharedByBoth,
    '@backstage/core-app-api': {
      module: coreAppApi,
      version: coreAppApiVersion,
    },
    '@backstage/version-bridge': {
      module: versionBridge,
      version: versionBridgeVersion,
    },
    ...pluginApis,
  };
  const loaded: LoadedFrontend[] = [];
  for (const [name, frontend] of Object.entries(frontends)) {
    if (assets[name]) {
      loaded.push({
        frontend,
        exposed: await loadScalprumPlugin({
          name,
          assets: assets[name],
          shared,
        }),
      });
    }
  }

  const app = createApp({
    plugins: [
      catalogPlugin,
      ...loaded.flatMap(({ exposed }) =>
        Object.values(exposed).filter(isPlugin),
      ),
    ],
    configLoader: async () => [{ context: 'shell', data: { ...config } }],
    components: {
      SignInPage: props => <SignInPage {...props} providers={['guest']} />,
    },
  });
  const at = (mountPoint: string) =>
    loaded.flatMap(({ frontend, exposed }) =>
      (frontend.mountPoints ?? [])
        .filter(mounted => mounted.mountPoint === mountPoint)
        .map(({ importName }) => {
          const Mounted = componentOf(exposed, importName);
          return <Mounted key={importName} />;
        }),
    );
  const entityPage = (
    <EntityLayout>
      <EntityLayout.Route path="/" title="Overview">
        <div>{at('entity.page.overview/cards')}</div>
      </EntityLayout.Route>
      {loaded
        .flatMap(({ frontend }) => frontend.entityTabs ?? [])
        .map(({ path, title, mountPoint }) => (
          <EntityLayout.Route key={path} path={path} title={title}>
            <div>{at(`${mountPoint}/cards`)}</div>
          </EntityLayout.Route>
        ))}
    </EntityLayout>
  );
  const pages = loaded.flatMap(({ frontend, exposed }) =>
    (frontend.dynamicRoutes ?? []).map(({ path, importName }) => {
      const Page = componentOf(exposed, importName);
      return <Route key={path} path={path} element={<Page />} />;
    }),
  );

  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/" element={<Navigate to="label-contract" />} />
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          {entityPage}
        </Route>
        {pages}
      </FlatRoutes>
    </AppRouter>,
  );
  const container = document.getElementById('root');
  if (!container) {
    throw new Error("The page has no element with the id 'root'");
  }
  createRoot(container).render(<Root />);
}

function isPlugin(value: unknown): value is BackstagePlugin {
  return typeof value === 'object' && value !== null && 'getApis' in value;
}

function componentOf(
  exposed: Record<string, unknown>,
  name: string,
): ComponentType {
  const component = exposed[name];
  if (!isComponent(component)) {
    throw new Error(`The plugin exposes no component '${name}'`);
  }
  return component;
}

function isComponent(value: unknown): value is ComponentType {
  return typeof value === 'function';
}
