import type { DeliveredPlugin } from '../plugins/deliveredPlugins';
import { checks } from './checks';
import type { ExportedFolder } from './ExportedFolder';

/** Throws when an exported plugin does not pass every check; names each one that failed and what was found. */
export function checkExportedFolder(options: {
  plugin: DeliveredPlugin;
  exported: ExportedFolder;
}): void {
  const { plugin, exported } = options;
  const failures = checks
    .filter(({ kind }) => kind === 'any' || kind === plugin.kind)
    .flatMap(check => {
      const found = check.find(exported);
      return found === undefined ? [] : [`- wanted: ${check.name}; ${found}`];
    });
  if (failures.length > 0) {
    throw new Error(
      `The export of ${exported.manifest.name} in ${
        exported.folder
      } can't be delivered:\n${failures.join('\n')}`,
    );
  }
}
