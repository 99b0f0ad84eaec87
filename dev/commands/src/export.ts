import { exportPlugins, packPlugins } from '@internal/delivery';
import { rootFolder } from '@internal/portal';
import { readExportOptions } from './readExportOptions';
import { stopOnSignals } from './stopOnSignals';

async function main() {
  const { source } = readExportOptions(process.argv.slice(2));
  const log = (line: string) => process.stdout.write(`${line}\n`);
  const signal = stopOnSignals();
  const exported = await exportPlugins({ rootFolder, log, signal });
  await packPlugins({ rootFolder, exported, source, log, signal });
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
