/** A package of this repository that is delivered as a dynamic plugin. */
export interface DeliveredPlugin {
  /** Folder of the package, relative to the root of the repository. */
  folder: string;
  kind: 'backend' | 'frontend';
  /**
   * Packages of this repository to carry inside. The exporter guesses them from the package's own name, which is right
   * for a backend plugin and wrong for a module of somebody else's plugin, so they are always named.
   */
  embeddedPackages: string[];
}

const SCOPE = '@portal-operations';

/** What a platform team installs, in the order of export. */
export const deliveredPlugins: DeliveredPlugin[] = [
  {
    folder: 'plugins/label-contract-backend',
    kind: 'backend',
    embeddedPackages: [
      `${SCOPE}/plugin-label-contract-common`,
      `${SCOPE}/plugin-label-contract-node`,
    ],
  },
  {
    folder: 'plugins/scaffolder-backend-module-label-contract',
    kind: 'backend',
    embeddedPackages: [
      `${SCOPE}/plugin-label-contract-common`,
      `${SCOPE}/plugin-label-contract-node`,
    ],
  },
  {
    folder: 'plugins/label-contract',
    kind: 'frontend',
    embeddedPackages: [],
  },
];

/** Folders of the libraries that the delivered plugins carry inside, in the order in which they have to be built. */
export const embeddedLibraryFolders = [
  'plugins/label-contract-common',
  'plugins/label-contract-node',
];

/**
 * Packages with native code that must not come along, because no plugin needs them: they serve `tar-fs`, which comes with
 * `@kubernetes/client-node`, in the Bare runtime only. Each is replaced by one that throws when it is loaded.
 */
export const suppressedNativePackages = [
  'bare-buffer',
  'bare-events',
  'bare-fs',
  'bare-os',
  'bare-path',
  'bare-stream',
  'bare-url',
];
