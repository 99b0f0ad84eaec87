import { exportPlugins } from '@internal/delivery';
import { rootFolder } from '@internal/portal';
import { stopOnSignals } from './stopOnSignals';

exportPlugins({
  rootFolder,
  log: line => process.stdout.write(`${line}\n`),
  signal: stopOnSignals(),
}).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
