import path from 'node:path';
import type { TestResult } from './Claim';

/** What Jest says of a run: `--json --outputFile`. */
export interface JestSummary {
  startTime: number;
  testResults: {
    /** Absolute path of the file. */
    name: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** How each test ended in the last run that had its file. */
export function newestResults(
  summaries: readonly JestSummary[],
  rootFolder: string,
): TestResult[] {
  const byFile = new Map<string, JestSummary['testResults'][number]>();
  for (const { testResults } of [...summaries].sort(
    (a, b) => a.startTime - b.startTime,
  )) {
    for (const result of testResults) {
      byFile.set(result.name, result);
    }
  }
  return [...byFile.values()].flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: path.relative(rootFolder, name).replaceAll(path.sep, '/'),
      fullName,
      status,
    })),
  );
}
