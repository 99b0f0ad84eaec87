import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Folder outside the work tree for what is costly to make and can be made again.
 * `PORTAL_CACHE` wins, then the XDG base directory rules.
 */
export function cacheFolder(
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (environment.PORTAL_CACHE) {
    return path.resolve(environment.PORTAL_CACHE);
  }
  const base = environment.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(base, 'portal-operations');
}

/**
 * Run folder of the control plane of `npm start`, where `dev/kubectl` looks for it.
 * Pass it as `startControlPlane({ folder })`.
 */
export function workshopFolder(
  environment: NodeJS.ProcessEnv = process.env,
): string {
  return path.join(cacheFolder(environment), 'run', 'workshop');
}

// This package runs from its sources only and is never bundled or published.
// eslint-disable-next-line no-restricted-syntax
const sourceFolder = __dirname;

/** Folder of this package: go.mod, manifests, stages and container logs. */
export const packageFolder = path.dirname(sourceFolder);

/** The RBAC manifests that a platform team applies, and the workshop too. */
export const rbacFolder = path.join(
  packageFolder,
  '..',
  '..',
  'install',
  'rbac',
);
