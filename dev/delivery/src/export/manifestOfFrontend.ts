/**
 * What stays of a frontend plugin's `package.json`: who it is, and what a portal's loaders read. Everything is bundled,
 * so dependencies and entry points would name packages and files that are not there. `main` has to be there for the
 * backend's scanner of plugin folders, which does not open the file.
 */
export function manifestOfFrontend(
  manifest: Record<string, unknown>,
): Record<string, unknown> {
  const kept = [
    'name',
    'version',
    'description',
    'license',
    'backstage',
    'files',
    'scalprum',
  ];
  return {
    ...Object.fromEntries(
      kept
        .filter(key => manifest[key] !== undefined)
        .map(key => [key, manifest[key]]),
    ),
    main: 'dist/remoteEntry.js',
  };
}
