/**
 * Exports the dynamic plugins, and loads them as Red Hat Developer Hub does.
 *
 * @packageDocumentation
 */
export { exportPlugins } from './exportPlugins';
export type { ExportedPlugin, ExportPluginsOptions } from './exportPlugins';
export { providePrometheus } from './monitoring/providePrometheus';
