import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { oidcAuthApi } from './oidcAuthApi';

/** Takes the place of the shell's own sign-in page, which knows guests only. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    oidcAuthApi,
    SignInPageBlueprint.make({
      params: {
        loader: async () =>
          (await import('./ConfiguredSignInPage')).ConfiguredSignInPage,
      },
    }),
  ],
});
