import { readFile } from 'node:fs/promises';

const LINES = 30;

/** The last lines of a log, for an error that has to say what happened. */
export async function tailOf(file: string): Promise<string> {
  return (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .slice(-LINES)
    .join('\n');
}
