import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderContent } from './compareFolders';

/**
 * Reads all files of a folder, but for what Git keeps there; empty where there is no folder.
 *
 * @param options.links - what to do about links, which could lead out of the folder.
 * @throws InputError
 */
export async function folderContent(
  folder: string,
  options: { links: 'refused' | 'skipped' },
): Promise<FolderContent> {
  const content = new Map<string, string>();
  await readInto(content, folder, '', options);
  return content;
}

async function readInto(
  content: Map<string, string>,
  folder: string,
  path: string,
  options: { links: 'refused' | 'skipped' },
): Promise<void> {
  for (const entry of await entriesOf(join(folder, path))) {
    const file = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (entry.name !== '.git') {
        await readInto(content, folder, file, options);
      }
    } else if (entry.isFile()) {
      content.set(
        file,
        await readFile(resolveSafeChildPath(folder, file), 'utf8'),
      );
    } else if (options.links === 'refused') {
      throw new InputError(
        `${file} is a link; allowed: plain files and folders. Nothing was pushed by this step.`,
      );
    }
  }
}

async function entriesOf(folder: string) {
  if (!existsSync(folder)) {
    return [];
  }
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
