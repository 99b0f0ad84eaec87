import {
  cacheFolder,
  goEnvironment,
  provideGo,
  runToEnd,
} from '@internal/control-plane';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { textAt } from '../check/valueAt';

/** The Go module that has the definitions, with its checksum as in a go.sum. */
const operator = {
  module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
  sum: 'h1:M5xLCLEoaW2IJfnuCwFzzpL+jSVQu3KGT84Pye+fW8s=',
};

/**
 * Fetches the definitions of the kinds PrometheusRule and ServiceMonitor, of the operator that serves them.
 * @returns their files
 */
export async function providePrometheusCrds(): Promise<string[]> {
  const go = await provideGo({ cacheFolder: cacheFolder(), log: () => {} });
  const ended = await runToEnd(go.file, {
    arguments: ['mod', 'download', '-json', operator.module],
    // Outside of every go.mod: only this one module is looked at.
    folder: tmpdir(),
    environment: goEnvironment(),
  });
  const answer: unknown = ended.stdout ? JSON.parse(ended.stdout) : undefined;
  const folder = textAt(answer, 'Dir');
  if (ended.code !== 0 || folder === undefined) {
    throw new Error(
      `Go could not download ${operator.module}: ${
        textAt(answer, 'Error') ?? ended.stderr.trim()
      }`,
    );
  }
  const sum = textAt(answer, 'Sum');
  if (sum !== operator.sum) {
    throw new Error(
      `${operator.module} has the checksum ${sum}; wanted is ${operator.sum}`,
    );
  }
  return ['prometheusrules', 'servicemonitors'].map(plural =>
    path.join(
      folder,
      'example/prometheus-operator-crd',
      `monitoring.coreos.com_${plural}.yaml`,
    ),
  );
}
