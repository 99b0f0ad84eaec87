/**
 * Exports and packs the dynamic plugins, and loads them as Red Hat Developer Hub does.
 *
 * @packageDocumentation
 */
export { exportPlugins } from './exportPlugins';
export type { ExportedPlugin, ExportPluginsOptions } from './exportPlugins';
export { packPlugins } from './packPlugins';
export type { PackPluginsOptions } from './packPlugins';
export type {
  PackedArchive,
  PackedImage,
  PackedPlugin,
} from './pack/PackedPlugin';
export type { PackageSource } from './pack/referToPackages';
export { providePrometheus } from './monitoring/providePrometheus';
