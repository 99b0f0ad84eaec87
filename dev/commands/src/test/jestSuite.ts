import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rootFolder } from '@internal/portal';
import { runInRoot } from '../runInRoot';
import { readJestSummary } from './readJestSummary';
import { Suite } from './Suite';

/**
 * A suite of Jest tests, chosen by how their files are named.
 */
export function jestSuite(options: {
  name: string;
  /** Arguments that choose the files. */
  args: readonly string[];
  /** Runs before the tests: what they need is made, or an error says how to get it. */
  prepare?: () => Promise<NodeJS.ProcessEnv>;
}): Suite {
  const { name, args, prepare } = options;
  return {
    name,
    async run() {
      const environment = await prepare?.();
      const summaryFile = join(
        rootFolder,
        'build/test-results',
        `${name}.json`,
      );
      await mkdir(join(rootFolder, 'build/test-results'), { recursive: true });
      await rm(summaryFile, { force: true });

      // Jest ends with an error when a test failed; the summary says which.
      const failure = await runInRoot(
        'backstage-cli',
        ['repo', 'test', '--json', `--outputFile=${summaryFile}`, ...args],
        { CI: 'true', BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...environment },
      ).then(
        () => undefined,
        (error: Error) => error,
      );
      const summary = await readFile(summaryFile, 'utf8').catch(
        () => undefined,
      );
      if (summary === undefined) {
        throw failure ?? new Error('Jest wrote no summary');
      }
      return readJestSummary(JSON.parse(summary), failure);
    },
  };
}
