import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestResult } from './Claim';

interface JestSummary {
  testResults: {
    name: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** Reads how every test ended when its suite ran last: what `npm test` leaves in `build/test-results`. */
export async function readTestResults(
  rootFolder: string,
): Promise<TestResult[]> {
  const folder = path.join(rootFolder, 'build/test-results');
  const names = await readdir(folder).catch((error: unknown) => {
    throw new Error(`No results in ${folder}; run "npm test" before`, {
      cause: error,
    });
  });
  const summaries = await Promise.all(
    names
      .filter(name => name.endsWith('.json'))
      .map(
        async (name): Promise<JestSummary> =>
          JSON.parse(await readFile(path.join(folder, name), 'utf8')),
      ),
  );
  return summaries.flatMap(({ testResults }) =>
    testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({
        file: path.relative(rootFolder, name).replaceAll(path.sep, '/'),
        fullName,
        status,
      })),
    ),
  );
}
