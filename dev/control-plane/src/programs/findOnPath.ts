import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';

async function isExecutableFile(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** The first executable file of that name in the folders, or undefined. */
export async function findIn(
  folders: readonly string[],
  fileName: string,
): Promise<string | undefined> {
  for (const folder of folders) {
    const file = path.resolve(folder, fileName);
    if (folder && (await isExecutableFile(file))) {
      return file;
    }
  }
  return undefined;
}

/** The folders of `PATH`. */
export function foldersOfPath(
  environment: NodeJS.ProcessEnv = process.env,
): string[] {
  return (environment.PATH ?? '').split(path.delimiter).filter(Boolean);
}
