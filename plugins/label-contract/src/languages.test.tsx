import {
  AppOptions,
  AppRouter,
  FlatRoutes,
  createSpecializedApp,
} from '@backstage/core-app-api';
import {
  attachComponentData,
  createApiFactory,
  errorApiRef,
  storageApiRef,
} from '@backstage/core-plugin-api';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { MockErrorApi, mockApis } from '@backstage/test-utils';
import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route } from 'react-router-dom';
import { LabelContractApi, labelContractApiRef } from './api/LabelContractApi';
import { entityLabelContractCard } from './extensions/entityLabelContractCard';
import {
  EntityLabelContractCard,
  labelContractPlugin,
  labelContractTranslationRef,
  labelContractTranslations,
} from './legacy';
import { sampleEntity } from './testUtils/sampleEntity';
import { sampleReports } from './testUtils/sampleReports';

/** The card and its words are loaded before they are seen. */
const PATIENCE_MILLISECONDS = 30_000;
jest.setTimeout(2 * PATIENCE_MILLISECONDS);

const api = {
  getEntityReport: async () => ({ body: sampleReports(new Date()).violated }),
} as unknown as LabelContractApi;
const entity = sampleEntity('payments-platform');
const address = '/catalog/default/component/payments-platform';
const languages = { availableLanguages: ['en', 'de'], defaultLanguage: 'de' };

function findGermanHeading() {
  return screen.findByRole(
    'heading',
    { name: 'payments-gateway läuft, aber der Pod ist verborgen' },
    { timeout: PATIENCE_MILLISECONDS },
  );
}

function EntityPage() {
  return (
    <EntityProvider entity={entity}>
      <EntityLabelContractCard />
    </EntityProvider>
  );
}
attachComponentData(EntityPage, 'core.mountPoint', entityRouteRef);

// A shell remembers the language of last time.
beforeEach(() => window.localStorage.clear());

describe('a portal in German', () => {
  it('has a German card in the new frontend system', async () => {
    const card = createExtensionTester(entityLabelContractCard, {
      apis: [[labelContractApiRef, api]],
    }).reactElement();
    renderInTestApp(<EntityProvider entity={entity}>{card}</EntityProvider>, {
      apis: [
        [labelContractApiRef, api],
        [storageApiRef, mockApis.storage()],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      config: {
        app: {
          baseUrl: 'http://localhost',
          extensions: [{ 'api:app/app-language': { config: languages } }],
        },
        backend: { baseUrl: 'http://localhost' },
      },
    });
    expect(await findGermanHeading()).toBeVisible();
    expect(screen.getByText(/von 3 Workloads sichtbar/)).toBeVisible();
  });

  it('has a German card in the old frontend system', async () => {
    const app = createSpecializedApp({
      apis: [
        createApiFactory(labelContractApiRef, api),
        createApiFactory(errorApiRef, new MockErrorApi()),
        createApiFactory(storageApiRef, mockApis.storage()),
      ],
      plugins: [labelContractPlugin],
      icons: {} as AppOptions['icons'],
      themes: [
        {
          id: 'light',
          title: 'Light',
          variant: 'light',
          Provider: ({ children }) => <>{children}</>,
        },
      ],
      components: {
        Router: ({ children }) => (
          <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
        ),
        Progress: () => null,
        BootErrorPage: ({ error }) => <>{error.message}</>,
        NotFoundErrorPage: () => null,
        ErrorBoundaryFallback: ({ error }) => <>{error.message}</>,
      },
      configLoader: async () => [],
      __experimentalTranslations: {
        ...languages,
        resources: [labelContractTranslations],
      },
    });
    const Root = app.createRoot(
      <AppRouter>
        <FlatRoutes>
          <Route
            path="/catalog/:namespace/:kind/:name"
            element={<EntityPage />}
          />
        </FlatRoutes>
      </AppRouter>,
    );
    render(<Root />);
    expect(await findGermanHeading()).toBeVisible();
    expect(screen.getByText(/von 3 Workloads sichtbar/)).toBeVisible();
  });
});

describe('what Red Hat Developer Hub replaces single texts by', () => {
  it('names one and the same translation', () => {
    expect(labelContractTranslationRef.id).toBe('plugin.label-contract');
    expect(labelContractTranslations.id).toBe(labelContractTranslationRef.id);
  });
});
