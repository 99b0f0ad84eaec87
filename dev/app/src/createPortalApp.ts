import { createApp } from '@backstage/frontend-defaults';
import { navigationModule } from './navigation/navigationModule';
import { signInModule } from './signIn/signInModule';

/**
 * The portal: every frontend plugin among this package's dependencies (`app.packages: all`), and
 * our own navigation and sign-in page.
 */
export function createPortalApp() {
  return createApp({ features: [navigationModule, signInModule] });
}
