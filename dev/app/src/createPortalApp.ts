import { createApp } from '@backstage/frontend-defaults';
import { navigationModule } from './navigation/navigationModule';

/**
 * The portal: every frontend plugin among this package's dependencies (`app.packages: all`), and
 * our own navigation.
 */
export function createPortalApp() {
  return createApp({ features: [navigationModule] });
}
