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
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
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
import userEvent from '@testing-library/user-event';
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

const mockLoaded = jest.fn();
jest.mock('./translations/de', () => {
  mockLoaded('de');
  return jest.requireActual('./translations/de');
});

const api = {
  getEntityReport: async () => ({ body: sampleReports(new Date()).violated }),
} as unknown as LabelContractApi;
const entity = sampleEntity('payments-platform');
const address = '/catalog/default/component/payments-platform';
const languages = { availableLanguages: ['en', 'de'], defaultLanguage: 'de' };

function findHeading(name: string) {
  return screen.findByRole(
    'heading',
    { name },
    { timeout: PATIENCE_MILLISECONDS },
  );
}

const english = 'payments-gateway runs, but its pod is hidden';
const german = 'payments-gateway läuft, aber der Pod ist verborgen';

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

/** What a reader chooses in Settings. */
function LanguageChoice() {
  const languageApi = useApi(appLanguageApiRef);
  return <button onClick={() => languageApi.setLanguage('de')}>Deutsch</button>;
}

function renderInNewSystem(config: object) {
  const card = createExtensionTester(entityLabelContractCard, {
    apis: [[labelContractApiRef, api]],
  }).reactElement();
  renderInTestApp(
    <>
      <LanguageChoice />
      <EntityProvider entity={entity}>{card}</EntityProvider>
    </>,
    {
      apis: [
        [labelContractApiRef, api],
        [storageApiRef, mockApis.storage()],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      config: {
        app: {
          baseUrl: 'http://localhost',
          extensions: [{ 'api:app/app-language': { config } }],
        },
        backend: { baseUrl: 'http://localhost' },
      },
    },
  );
}

describe('a portal in English and German', () => {
  it('changes the words with the language, and loads no German before', async () => {
    const { availableLanguages } = languages;
    renderInNewSystem({ availableLanguages });
    expect(await findHeading(english)).toBeVisible();
    expect(mockLoaded).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Deutsch' }));
    expect(await findHeading(german)).toBeVisible();
    expect(mockLoaded).toHaveBeenCalledTimes(1);
  });
});

describe('a portal in German', () => {
  it('has a German card in the new frontend system', async () => {
    renderInNewSystem(languages);
    expect(await findHeading(german)).toBeVisible();
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
    expect(await findHeading(german)).toBeVisible();
    expect(screen.getByText(/von 3 Workloads sichtbar/)).toBeVisible();
  });
});

describe('what Red Hat Developer Hub replaces single texts by', () => {
  it('names one and the same translation', () => {
    expect(labelContractTranslationRef.id).toBe('plugin.label-contract');
    expect(labelContractTranslations.id).toBe(labelContractTranslationRef.id);
  });
});
