import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BenchResult, isMet } from './BenchResult';
import { Machine } from './machineNow';

/** A result with what it takes to compare it with another. */
export interface WriteBenchResultOptions {
  readonly result: BenchResult;
  readonly folder: string;
  readonly isQuick: boolean;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** The machine before and after. */
  readonly before: Machine;
  readonly after: Machine;
}

/** Writes a result as `<name>.json`, and returns the path. */
export async function writeBenchResult(
  options: WriteBenchResultOptions,
): Promise<string> {
  const { result, folder, isQuick, startedAt, endedAt, before, after } =
    options;
  const { name, what, tables, figures } = result;
  const file = join(folder, `${name}.json`);
  const content = {
    name,
    what,
    isQuick,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    machine: { ...before, load: { before: before.load, after: after.load } },
    figures: figures.map(figure => ({
      ...figure,
      // A small run says nothing about limits.
      ...(!isQuick && figure.atMost !== undefined && { isMet: isMet(figure) }),
    })),
    tables,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
  return file;
}
