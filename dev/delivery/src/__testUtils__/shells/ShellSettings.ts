/** What the page of a shell tells its script. */
export interface ShellSettings {
  /** The portal's configuration, as far as a browser may know it. */
  config: object;
  /** `dynamicPlugins.frontend` of that configuration, for the legacy shell. */
  frontends: Record<string, LegacyFrontend>;
  /** Where the assets of a legacy plugin are, by its Scalprum name. */
  assets: Record<string, string>;
}

/** Where the legacy shell places what a plugin exposes; a part of what Developer Hub reads. */
export interface LegacyFrontend {
  mountPoints?: { mountPoint: string; importName: string }[];
  entityTabs?: { path: string; title: string; mountPoint: string }[];
  dynamicRoutes?: { path: string; importName: string }[];
}

/** What a shell writes down for a test to look at. */
export interface ShellNotes {
  /** Version of each shared package that a plugin took from the shell. */
  shared: Record<string, string>;
}

declare global {
  interface Window {
    shellSettings: ShellSettings;
    shellNotes: ShellNotes;
  }
}
