import {
  AlertApiForwarder,
  AppRouter,
  FlatRoutes,
  createSpecializedApp,
} from '@backstage/core-app-api';
import { ErrorPage, Progress } from '@backstage/core-components';
import {
  FetchApi,
  alertApiRef,
  createApiFactory,
  errorApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
} from '@backstage/plugin-catalog';
import { MockErrorApi, mockApis } from '@backstage/test-utils';
import { UnifiedThemeProvider, themes } from '@backstage/theme';
import { ReactNode } from 'react';
import { MemoryRouter, Route } from 'react-router-dom';
import {
  EntityLabelContractCard,
  EntityLabelContractTab,
  LabelContractFleetPage,
} from '../legacy';

function NoIcon() {
  return null;
}

const icons = {
  brokenImage: NoIcon,
  catalog: NoIcon,
  chat: NoIcon,
  dashboard: NoIcon,
  docs: NoIcon,
  email: NoIcon,
  github: NoIcon,
  group: NoIcon,
  help: NoIcon,
  'kind:api': NoIcon,
  'kind:component': NoIcon,
  'kind:domain': NoIcon,
  'kind:group': NoIcon,
  'kind:location': NoIcon,
  'kind:resource': NoIcon,
  'kind:system': NoIcon,
  'kind:template': NoIcon,
  'kind:user': NoIcon,
  scaffolder: NoIcon,
  search: NoIcon,
  star: NoIcon,
  techdocs: NoIcon,
  unstarred: NoIcon,
  user: NoIcon,
  warning: NoIcon,
};

/**
 * An app of the old frontend system, as a platform team writes it: the card and the tab on the page of an
 * entity, the fleet page among its routes, and nothing else of the plugin. It finds its clients by itself.
 *
 * @param options - `path` is where it is opened, `fetch` stands for the backend
 */
export function legacyApp(options: {
  path: string;
  fetch: FetchApi['fetch'];
}): ReactNode {
  const { path, fetch } = options;
  const entityPage = (
    <EntityLayout>
      <EntityLayout.Route path="/" title="Overview">
        <EntityLabelContractCard />
      </EntityLayout.Route>
      <EntityLayout.Route path="/label-contract" title="Label contract">
        <EntityLabelContractTab />
      </EntityLayout.Route>
    </EntityLayout>
  );
  const app = createSpecializedApp({
    apis: [
      createApiFactory(alertApiRef, new AlertApiForwarder()),
      createApiFactory(errorApiRef, new MockErrorApi()),
      createApiFactory(fetchApiRef, { fetch }),
      mockApis.discovery.factory(),
      mockApis.permission.factory(),
      mockApis.storage.factory(),
    ],
    configLoader: async () => [],
    components: {
      Progress,
      NotFoundErrorPage: () => (
        <ErrorPage status="404" statusMessage="Not found" />
      ),
      BootErrorPage: ({ error }) => <>{error.message}</>,
      ErrorBoundaryFallback: ({ error }) => <>{error.message}</>,
      Router: ({ children }: { children?: ReactNode }) => (
        <MemoryRouter initialEntries={[path]}>{children}</MemoryRouter>
      ),
    },
    icons,
    themes: [
      {
        id: 'light',
        title: 'Light',
        variant: 'light',
        Provider: ({ children }) => (
          <UnifiedThemeProvider theme={themes.light}>
            {children}
          </UnifiedThemeProvider>
        ),
      },
    ],
  });
  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          {entityPage}
        </Route>
        <Route path="/label-contract" element={<LabelContractFleetPage />} />
      </FlatRoutes>
    </AppRouter>,
  );
  return <Root />;
}
