import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestResult } from './Claim';
import { newestResults, type JestSummary } from './newestResults';

/** Reads how every test ended when it ran last: what `npm test` leaves in `build/test-results`. */
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
  return newestResults(summaries, rootFolder);
}
