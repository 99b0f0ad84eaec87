import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Whether no portal ever opens a file of an exported plugin: what the exporter installed from, and the declarations and
 * source maps of third parties, two thirds of the scaffolder module. The plugin's own maps stay, for whoever reads a
 * stack trace of it.
 */
export function isNeverOpened(file: string): boolean {
  if (file === 'yarn.lock' || file.startsWith('embedded/')) {
    return true;
  }
  return file.startsWith('node_modules/') && /\.(?:map|d\.[cm]?ts)$/.test(file);
}

/** Removes from an exported plugin what no portal ever opens. */
export async function keepWhatRuns(exported: string): Promise<void> {
  const entries = await readdir(exported, {
    recursive: true,
    withFileTypes: true,
  });
  await Promise.all(
    entries
      .filter(entry => !entry.isDirectory())
      .map(entry => path.join(entry.parentPath, entry.name))
      .filter(file =>
        isNeverOpened(path.relative(exported, file).replaceAll(path.sep, '/')),
      )
      .map(file => rm(file)),
  );
  await rm(path.join(exported, 'embedded'), { recursive: true, force: true });
}
