import CssBaseline from '@material-ui/core/CssBaseline';
import { ThemeProvider } from '@material-ui/core/styles';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { TestApiProvider, wrapInTestApp } from '@backstage/test-utils';
import { ReactElement, Suspense } from 'react';
import { createTranslationApi } from '../src/__testUtils__/createTranslationApi';
import { themes } from './themes';

/** What a page of samples needs of a shell. */
export interface DevShellOptions {
  readonly scheme: 'light' | 'dark';
  /** A language that there is a translation for, or English. */
  readonly language: string;
  /** What the address of the page says, without the question mark. */
  readonly search?: string;
}

/** Puts a page into a shell without a backend: its theme, its APIs, its routes. */
export function inDevShell(
  page: ReactElement,
  options: DevShellOptions,
): ReactElement {
  const { scheme, language, search = '' } = options;
  return wrapInTestApp(
    <ThemeProvider theme={themes[scheme]}>
      <CssBaseline />
      <TestApiProvider
        apis={[[translationApiRef, createTranslationApi(language)]]}
      >
        <Suspense fallback={null}>
          <main style={{ padding: 16 }}>{page}</main>
        </Suspense>
      </TestApiProvider>
    </ThemeProvider>,
    {
      routeEntries: [`/?${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}
