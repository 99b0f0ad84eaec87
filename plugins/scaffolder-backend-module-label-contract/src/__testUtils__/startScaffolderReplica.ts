import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ScaffolderTasks, scaffolderTasks } from './scaffolderTasks';
import type { ScaffolderSetup } from './startScaffolderBackend';

/** One of several scaffolders on the same database, in a process of its own. */
export interface ScaffolderReplica {
  readonly tasks: ScaffolderTasks;
  /** Ends it as a lost node would: at once, and without a word. */
  kill(): Promise<void>;
}

/** Starts one; it listens when this resolves. The setup names the database. */
export async function startScaffolderReplica(
  setup: ScaffolderSetup,
): Promise<ScaffolderReplica> {
  const replica = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'scaffolderProcess.ts'),
      JSON.stringify(setup),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  let complaints = '';
  replica.stderr?.on('data', chunk => {
    complaints += chunk;
  });
  const port = await Promise.race([
    // The transform of sources sends messages of its own.
    new Promise<number>(resolve => {
      replica.on('message', message => {
        const said = new Map<string, unknown>(Object.entries(message)).get(
          'port',
        );
        if (typeof said === 'number') {
          resolve(said);
        }
      });
    }),
    once(replica, 'exit').then(() => {
      throw new Error(`The scaffolder ended: ${complaints}`);
    }),
  ]);
  return {
    tasks: scaffolderTasks(port),
    async kill() {
      if (replica.exitCode === null && replica.signalCode === null) {
        replica.kill('SIGKILL');
        await once(replica, 'exit');
      }
    },
  };
}
