import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  suppressedNativePackages,
  type DeliveredPlugin,
} from '../plugins/deliveredPlugins';
import type { ExportTools } from './ExportTools';
import { keepWhatRuns } from './keepWhatRuns';
import { manifestOfFrontend } from './manifestOfFrontend';

/** Options of {@link exportPlugin}. */
export interface ExportPluginOptions {
  plugin: DeliveredPlugin;
  rootFolder: string;
  tools: ExportTools;
}

/**
 * Makes the dynamic plugin of one package in its `dist-dynamic` folder and returns that folder. The libraries that the
 * package carries inside have to be built before.
 */
export async function exportPlugin(
  options: ExportPluginOptions,
): Promise<string> {
  const { plugin, rootFolder, tools } = options;
  const folder = path.join(rootFolder, plugin.folder);
  const exported = path.join(folder, 'dist-dynamic');

  // An earlier export's lock file would be taken for the one to install from.
  await rm(exported, { recursive: true, force: true });

  if (plugin.kind === 'frontend') {
    // The exporter takes `dist` as it finds it, and the two kinds of build empty each other's `dist`: this one must be
    // the last before the exporter runs. A dynamic plugin has no use for the other one.
    await tools.backstageCli(folder, [
      'package',
      'build',
      '--module-federation',
    ]);
    await tools.janusCli(folder, ['package', 'export-dynamic-plugin']);
    await keepWhatAPortalLoads(exported);
  } else {
    await tools.backstageCli(folder, ['package', 'build']);
    await tools.janusCli(folder, [
      'package',
      'export-dynamic-plugin',
      '--no-build',
      ...plugin.embeddedPackages.flatMap(name => ['--embed-package', name]),
      ...suppressedNativePackages.flatMap(name => [
        '--suppress-native-package',
        name,
      ]),
    ]);
  }

  // It ignores everything, for a folder that stays in the source tree. In a result it would hide the plugin from the
  // version control of whoever keeps it there.
  await rm(path.join(exported, '.gitignore'), { force: true });
  await keepWhatRuns(exported);
  return exported;
}

/** Source files come along because the package's `main` names one, entry point folders because `exports` does. */
async function keepWhatAPortalLoads(exported: string): Promise<void> {
  const file = path.join(exported, 'package.json');
  const manifest = manifestOfFrontend(JSON.parse(await readFile(file, 'utf8')));
  await writeFile(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
  await rm(path.join(exported, 'src'), { recursive: true, force: true });
  await rm(path.join(exported, 'legacy'), { recursive: true, force: true });
}
