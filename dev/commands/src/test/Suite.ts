/** How many checks of a suite passed, and how many failed. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
}

/** One suite of `npm test`. */
export interface Suite {
  readonly name: string;
  /** Prints as it goes; a failed check is a result, a broken suite an error. */
  run(): Promise<SuiteResult>;
}
