import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { startScaffolderBackend } from './startScaffolderBackend';

/** One replica of a scaffolder, for a test that kills it; ends with the process that started it. */
process.once('disconnect', () => process.exit());
startScaffolderBackend(JSON.parse(process.argv[2]), [
  databaseServiceFactory,
]).then(
  backend => process.send?.({ port: backend.server.port() }),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
