import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BenchResult } from '../result/BenchResult';

const TEST_LIMIT_MS = 180_000;

/** A small run in a process of its own: the Kubernetes plugin imports an ES module, which Jest cannot. */
const smallRun = `
  const { benchRequests } = require(${JSON.stringify(
    require.resolve('./benchRequests'),
  )});
  const { signal } = new AbortController();
  benchRequests.run({ isQuick: true, log() {}, signal }).then(
    result => process.stdout.write('\\n' + JSON.stringify(result), () => process.exit(0)),
    error => process.stderr.write(error.stack, () => process.exit(1)),
  );
`;

describe('a page view, counted at the API server', () => {
  it(
    'makes no request where it is ours, and one for each kind where it is the Kubernetes tab',
    async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        '--eval',
        smallRun,
      ]);
      const { tables, figures }: BenchResult = JSON.parse(
        stdout.split('\n').at(-1) ?? '',
      );
      expect(tables[0].rows).toEqual([
        [1, 13, 0, 6 * 13, 0],
        [10, 10 * 13, 0, 10 * 6 * 13, 0],
      ]);
      expect(figures[0]).toMatchObject({ value: 0, atMost: 0 });
    },
    TEST_LIMIT_MS,
  );
});
