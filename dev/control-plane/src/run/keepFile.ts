import { readFile, rename, writeFile } from 'node:fs/promises';

/** Reads a file, or makes it with that content if it is not there: readable by its owner alone, never half written. */
export async function keepFile(
  file: string,
  create: () => string,
): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) {
    return kept;
  }
  const content = create();
  await writeFile(`${file}.new`, content, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return content;
}
