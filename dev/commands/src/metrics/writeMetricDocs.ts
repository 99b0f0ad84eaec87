import { runInRoot } from '../runInRoot';

/** Runs the script of the package that has the metrics. It needs what no package should export. */
export async function writeMetricDocs(args: readonly string[]): Promise<void> {
  await runInRoot('node', [
    '--disable-warning=ExperimentalWarning',
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    'plugins/label-contract-backend/scripts/writeMetricDocs.ts',
    ...args,
  ]);
}
