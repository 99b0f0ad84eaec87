import { listAt, textAt } from '../check/valueAt';
import { parse } from 'yaml';
import { folderNameOfPackage } from '../plugins/folderNameOfPackage';
import type { PackedPlugin } from './PackedPlugin';

/** Where a portal fetches the plugins from. */
export type PackageSource =
  | {
      kind: 'archives';
      /** Address of the folder with the archives, without a slash at its end. */
      url: string;
    }
  | {
      kind: 'images';
      /** Registry with the path to the images, such as `registry.example.com/portal`. */
      registry: string;
    };

/** Where the installer finds a plugin that is a folder in the portal's own file system. */
const LOCAL = './local-plugins/';

/**
 * Puts the packages to fetch into a `dynamic-plugins.yaml` that names folders: an address with its integrity, or an image
 * by its digest. Everything else stays as it was written, comments too.
 * Throws when the file does not name a plugin that was packed, or one that was not.
 */
export function referToPackages(options: {
  text: string;
  plugins: readonly PackedPlugin[];
  source: PackageSource;
}): string {
  const { plugins, source } = options;
  let { text } = options;
  for (const plugin of plugins) {
    const local = `${LOCAL}${folderNameOfPackage(plugin.name)}`;
    const line = new RegExp(
      `^( *)- package: ${local.replaceAll('.', '\\.')}$`,
      'm',
    );
    if (!line.test(text)) {
      throw new Error(`dynamic-plugins.yaml has no line '- package: ${local}'`);
    }
    text = text.replace(line, (_, indent: string) =>
      [
        `${indent}- package: ${packageOf(plugin, source)}`,
        ...(source.kind === 'archives'
          ? [`${indent}  integrity: ${plugin.archive.integrity}`]
          : []),
      ].join('\n'),
    );
  }
  const left = listAt(parse(text), 'plugins')
    .map(plugin => textAt(plugin, 'package') ?? '')
    .filter(name => name.startsWith(LOCAL));
  if (left.length > 0) {
    throw new Error(
      `dynamic-plugins.yaml names what was not packed: ${left.join(', ')}`,
    );
  }
  return text;
}

function packageOf(plugin: PackedPlugin, source: PackageSource): string {
  if (source.kind === 'archives') {
    return `${source.url}/${plugin.archive.file.split('/').at(-1)}`;
  }
  const { name, digest, pluginFolder } = plugin.image;
  return `oci://${source.registry}/${name}@${digest}!${pluginFolder}`;
}
