import { rootFolder } from '@internal/portal';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compatibilityTable } from './compatibility/compatibilityTable';
import { readClaims } from './compatibility/readClaims';
import { readTestResults } from './compatibility/readTestResults';
import { replaceGenerated } from './compatibility/replaceGenerated';
import { runInRoot } from './runInRoot';

async function main() {
  const file = path.join(rootFolder, 'docs/compatibility.md');
  const table = compatibilityTable({
    claims: await readClaims(rootFolder),
    results: await readTestResults(rootFolder),
  });
  await writeFile(file, replaceGenerated(await readFile(file, 'utf8'), table));
  await runInRoot('prettier', ['--write', '--loglevel=warn', file]);
  process.stdout.write(`${table}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
