import { exportPlugins } from '@internal/delivery';
import { rootFolder } from './rootFolder';

exportPlugins({
  rootFolder,
  log: line => process.stdout.write(`${line}\n`),
}).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
