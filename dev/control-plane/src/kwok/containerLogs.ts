import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts lines into the format in which container runtimes keep logs, as kwok and kubelets read them: time, stream,
 * `F` for a full line, text.
 */
export function criLog(text: string, time: Date): string {
  // CRI has nanoseconds, JavaScript milliseconds.
  const stamp = time.toISOString().replace('Z', '000000Z');
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => `${stamp} stdout F ${line}\n`)
    .join('');
}

/** A log that kwok answers with. */
export interface ContainerLog {
  /** Name of the containers that it is for; undefined for all others. */
  container?: string;
  file: string;
}

const extension = '.log';
const forAllOthers = 'default';

/**
 * Writes every `<container>.log` of a folder of plain texts as a log in CRI format with that time.
 * `default.log` is for containers that have none of their own.
 */
export async function writeContainerLogs(options: {
  from: string;
  to: string;
  time: Date;
}): Promise<ContainerLog[]> {
  const { from, to, time } = options;
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).filter(name => name.endsWith(extension));
  return Promise.all(
    names.map(async name => {
      const file = path.join(to, name);
      const text = await readFile(path.join(from, name), 'utf8');
      await writeFile(file, criLog(text, time));
      const container = path.basename(name, extension);
      return container === forAllOthers ? { file } : { container, file };
    }),
  );
}
