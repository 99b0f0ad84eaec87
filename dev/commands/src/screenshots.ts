import { join } from 'node:path';
import { takeScreenshots } from '@internal/browser-tests';
import { rootFolder } from '@internal/portal';

takeScreenshots({
  folder: join(rootFolder, 'docs/images'),
  log: line => process.stdout.write(`${line}\n`),
}).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
