import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { metricDefinitions } from '../src/metrics/metricDefinitions';
import { pageOfMetrics } from '../src/metrics/pageOfMetrics';

const file = join(__dirname, '../docs/metrics.md');

/**
 * Writes the tables of the page about metrics. With `--check` it writes nothing, and fails where it would.
 */
function main() {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
  });
  const today = readFileSync(file, 'utf8');
  const page = pageOfMetrics(metricDefinitions, today);
  if (page === today) {
    return;
  }
  if (values.check) {
    throw new Error(
      'docs/metrics.md is not as the definitions say. "npm run docs:metrics" writes it.',
    );
  }
  writeFileSync(file, page);
  process.stdout.write('Wrote docs/metrics.md\n');
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
}
