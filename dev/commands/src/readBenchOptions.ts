import { parseArgs } from 'node:util';

/** What `npm run bench` was asked for. */
export interface BenchOptions {
  /** Names of benchmarks; all where there is none. */
  readonly names: readonly string[];
  readonly isQuick: boolean;
}

/** Throws an error that names an option that is not known. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false } },
  });
  return { names: positionals, isQuick: values.quick };
}
