import { BenchResult } from './BenchResult';

/** How a benchmark is run. */
export interface BenchContext {
  /** True for a small run that shows that everything works: its figures are held to no limit. */
  readonly isQuick: boolean;
  /** Gets plain lines that say what is done. */
  log(line: string): void;
  /** Ends the benchmark, and all that it started. */
  readonly signal: AbortSignal;
}

/** One benchmark of `npm run bench`. */
export interface Bench {
  /** Lower case, with dashes. */
  readonly name: string;
  run(context: BenchContext): Promise<BenchResult>;
}
