import { Bench } from './Bench';
import { BenchResult, isMet } from './BenchResult';
import { machineNow } from './machineNow';
import { numberText, printBenchResult } from './printBenchResult';
import { writeBenchResult } from './writeBenchResult';

/** Options of {@link runBenches}. */
export interface RunBenchesOptions {
  readonly benches: readonly Bench[];
  readonly isQuick: boolean;
  /** Where the JSON goes, one file a benchmark. */
  readonly folder: string;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs benchmarks one after the other, prints and writes each result as soon as it is there, and returns
 * what misses its limit, one line each. A small run holds nothing to its limit.
 */
export async function runBenches(
  options: RunBenchesOptions,
): Promise<string[]> {
  const { benches, isQuick, folder, print, signal } = options;
  const missed: string[] = [];
  for (const bench of benches) {
    signal.throwIfAborted();
    const startedAt = new Date();
    const before = machineNow();
    const startedMs = performance.now();
    const result = await bench.run({
      isQuick,
      signal,
      log: line => {
        const seconds = Math.round((performance.now() - startedMs) / 1000);
        print(`[${String(seconds).padStart(4)} s] ${bench.name}: ${line}`);
      },
    });
    const after = machineNow();
    const file = await writeBenchResult({
      result,
      folder,
      isQuick,
      startedAt,
      endedAt: new Date(),
      before,
      after,
    });
    print(
      `\n${printBenchResult(result, { isQuick })}\n\n` +
        `Load of this machine: ${numberText(before.load)} before, ${numberText(
          after.load,
        )} after, on ${after.cores} cores. Written to ${file}\n`,
    );
    if (!isQuick) {
      missed.push(...missedBy(result));
    }
  }
  return missed;
}

function missedBy({ name, figures }: BenchResult): string[] {
  return figures
    .filter(figure => !isMet(figure))
    .map(
      ({ what, value, atMost = 0, unit }) =>
        `${name}: ${what}: ${numberText(value)} ${unit}, at most ${numberText(
          atMost,
        )}`,
    );
}
