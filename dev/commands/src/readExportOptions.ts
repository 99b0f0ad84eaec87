import type { PackageSource } from '@internal/delivery';
import { parseArgs } from 'node:util';

/** What `npm run export` was asked for. */
export interface ExportOptions {
  /** Where portals will fetch the plugins; undefined where they are folders. */
  readonly source?: PackageSource;
}

/** Throws an error that names the option, what was found, and what is allowed. */
export function readExportOptions(args: readonly string[]): ExportOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'package-url': { type: 'string' },
      'image-registry': { type: 'string' },
    },
  });
  const url = values['package-url'];
  const registry = values['image-registry'];
  if (url !== undefined && registry !== undefined) {
    throw new Error(
      'A portal installs archives or images: --package-url and --image-registry exclude each other',
    );
  }
  if (url !== undefined) {
    if (!/^https?:\/\/[^\s/]+(?:\/[^\s]*)?$/.test(url)) {
      throw new Error(
        `--package-url is '${url}'; allowed is an address that begins with https:// or http://`,
      );
    }
    return { source: { kind: 'archives', url: url.replace(/\/+$/, '') } };
  }
  if (registry !== undefined) {
    // What the installer takes for a registry with at least one part of a path, without tag, digest or scheme.
    if (!/^[^\s/:@]+(?::\d+)?(?:\/[^\s/:@!]+)*$/.test(registry)) {
      throw new Error(
        `--image-registry is '${registry}'; allowed is a host with an optional port and path, such as registry.example.com/portal`,
      );
    }
    return { source: { kind: 'images', registry } };
  }
  return {};
}
