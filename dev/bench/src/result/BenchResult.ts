/** What one benchmark found. */
export interface BenchResult {
  /** As in `npm run bench -- NAME`. */
  readonly name: string;
  /** One sentence: what was measured, on what. */
  readonly what: string;
  readonly tables: readonly BenchTable[];
  /** What the product is held to, and what is only worth knowing. */
  readonly figures: readonly BenchFigure[];
}

/** Numbers as they were measured on this machine, at this hour. */
export interface BenchTable {
  /** Says what the rows are, with units. */
  readonly title: string;
  readonly columns: readonly string[];
  /** One cell a column. A number is printed with as many digits as it is worth. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * One number that says the same on every machine: a ratio of two numbers of the same run, a count, or a
 * size. Times depend on the machine, and are limits only where the product promises one.
 */
export interface BenchFigure {
  /** What is held against what. */
  readonly what: string;
  readonly value: number;
  /** `times`: the first number divided by the second. */
  readonly unit: 'times' | 'requests' | 'ms' | 'MB';
  /** The greatest value that is good; undefined where nothing is promised. */
  readonly atMost?: number;
}

/** Whether a figure keeps its limit; one without a limit does, and one that is no number does not. */
export function isMet({ value, atMost }: BenchFigure): boolean {
  return atMost === undefined || value <= atMost;
}
