import path from 'node:path';
import { measureBundles } from './bundles/measureBundles';
import { checkExportedFolder } from './check/checkExportedFolder';
import { readExportedFolder } from './check/ExportedFolder';
import { createExportTools } from './export/ExportTools';
import { exportPlugin } from './export/exportPlugin';
import { moveFolder } from './export/moveFolder';
import {
  deliveredPlugins,
  embeddedLibraryFolders,
  type DeliveredPlugin,
} from './plugins/deliveredPlugins';
import { folderNameOfPackage } from './plugins/folderNameOfPackage';

/** A dynamic plugin, ready to be loaded. */
export interface ExportedPlugin {
  /** Name of the dynamic package, which ends in `-dynamic`. */
  name: string;
  version: string;
  kind: 'backend' | 'frontend';
  /** What it was made of, and how. */
  plugin: DeliveredPlugin;
  /** Absolute path of the folder that holds it. */
  folder: string;
  /** Size of all its files, in bytes. */
  size: number;
}

/** Options of {@link exportPlugins}. */
export interface ExportPluginsOptions {
  /** Root of this repository. */
  rootFolder: string;
  /**
   * Folder to put a folder for each plugin in; made where it is missing. What else is in it stays.
   * Default: `build/dynamic-plugins` below `rootFolder`.
   */
  outFolder?: string;
  /** Takes lines of progress. */
  log(line: string): void;
  /** Ends the export, and the programs it runs, when aborted. */
  signal?: AbortSignal;
  /** Environment of the programs that are run. Default: that of this process. */
  env?: NodeJS.ProcessEnv;
}

/**
 * Makes the dynamic plugins and checks each of them, so that `outFolder` can be a portal's
 * `dynamicPlugins.rootDirectory`. The source tree keeps nothing but ignored build output.
 * Throws at the first plugin that can't be built or does not pass a check, and says which check and what was found.
 */
export async function exportPlugins(
  options: ExportPluginsOptions,
): Promise<ExportedPlugin[]> {
  const { rootFolder, log, signal, env = process.env } = options;
  const outFolder =
    options.outFolder ?? path.join(rootFolder, 'build/dynamic-plugins');
  const tools = await createExportTools({ rootFolder, env, signal });

  log('Checking types (about 30 seconds, less when little has changed)');
  await tools.tsc();
  for (const folder of embeddedLibraryFolders) {
    log(`Building ${folder}`);
    await tools.backstageCli(path.join(rootFolder, folder), [
      'package',
      'build',
    ]);
  }

  const exported: ExportedPlugin[] = [];
  for (const plugin of deliveredPlugins) {
    const startedAt = performance.now();
    log(`Exporting ${plugin.folder}`);
    const result = await readExportedFolder(
      await exportPlugin({ plugin, rootFolder, tools }),
    );
    checkExportedFolder({ plugin, exported: result });
    if (plugin.kind === 'frontend') {
      log(`Bundles: ${JSON.stringify(await measureBundles(result))}`);
    }

    const folder = path.resolve(
      outFolder,
      folderNameOfPackage(result.manifest.name),
    );
    await moveFolder(result.folder, folder);
    const size = result.files.reduce((sum, file) => sum + file.size, 0);
    exported.push({
      name: result.manifest.name,
      version: result.manifest.version,
      kind: plugin.kind,
      plugin,
      folder,
      size,
    });
    log(
      `Exported ${result.manifest.name} ${result.manifest.version}: ${(
        size / 1_000_000
      ).toFixed(1)} MB in ${Math.round(
        (performance.now() - startedAt) / 1000,
      )} s`,
    );
  }
  return exported;
}
