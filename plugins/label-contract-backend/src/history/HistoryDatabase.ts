import { DatabaseService } from '@backstage/backend-plugin-api';
import { resolve } from 'node:path';

/** The plugin's own database, or a transaction on it. */
export type HistoryDatabase = Awaited<ReturnType<DatabaseService['getClient']>>;

/**
 * Those of this very copy of the package: its name may stand for another one, as a dynamic plugin lies in
 * no `node_modules`. Source and build have the same depth.
 */
// eslint-disable-next-line no-restricted-syntax
const MIGRATIONS = resolve(__dirname, '../../migrations');

/** What replicas wait for that start at the same moment; any text that nobody else locks. */
const LOCK = 'label-contract history';

/**
 * Brings the tables up to date. Of replicas that start at the same moment one does it, and the others wait:
 * knex makes the tables of its own lock without one, and two of them at once may leave it locked for good.
 * A process that is killed meanwhile leaves nothing behind, as it is all in one transaction.
 *
 * @throws Error where the database fails, or another replica takes more than half a minute.
 */
export async function migrateHistory(database: HistoryDatabase): Promise<void> {
  await database.transaction(async transaction => {
    if (database.client.config.client === 'pg') {
      await transaction.raw("set local lock_timeout = '30s'");
      await transaction.raw('select pg_advisory_xact_lock(hashtext(?))', [
        LOCK,
      ]);
    }
    await transaction.migrate.latest({ directory: MIGRATIONS });
  });
}

/** Takes all tables away again, with what is in them. */
export async function unmigrateHistory(
  database: HistoryDatabase,
): Promise<void> {
  await database.migrate.rollback({ directory: MIGRATIONS }, true);
}

/** A time as the database gives it: SQLite keeps milliseconds, PostgreSQL a date. */
export type DatabaseTime = Date | number | string;

/** ISO 8601, UTC. */
export function isoOf(time: DatabaseTime): string {
  return new Date(time).toISOString();
}
