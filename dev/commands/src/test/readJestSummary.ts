import { SuiteResult } from './Suite';

/** The part of Jest's `--json` output that counts. */
interface JestSummary {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that did not even load. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * Counts the tests of one Jest run. A skipped test counts as failed: what cannot be had is an error
 * that says what to do. So does a file that did not load, and a run that failed without saying why.
 */
export function readJestSummary(
  summary: JestSummary,
  failure?: Error,
): SuiteResult {
  const failed =
    summary.numFailedTests +
    summary.numPendingTests +
    summary.numTodoTests +
    summary.numRuntimeErrorTestSuites;
  return {
    passed: summary.numPassedTests,
    failed: failure && failed === 0 ? 1 : failed,
  };
}
