import { apiReports } from './apiReports';
import { declarations } from './declarations';
import { writeMetricDocs } from './metrics/writeMetricDocs';
import { writeRuleDocs } from './rules/writeRuleDocs';
import { runInRoot } from './runInRoot';

async function main() {
  await writeRuleDocs([]);
  await writeMetricDocs([]);
  await runInRoot('prettier', ['--write', '--loglevel=warn', '.']);
  await runInRoot('backstage-cli', ['repo', 'lint', '--fix']);
  await runInRoot('tsc', declarations);
  await runInRoot('backstage-repo-tools', apiReports);
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
