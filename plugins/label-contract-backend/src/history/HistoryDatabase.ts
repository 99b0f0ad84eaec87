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

/**
 * Brings the tables up to date.
 *
 * @throws Error where another replica is doing that just now: the next try finds it done.
 */
export async function migrateHistory(database: HistoryDatabase): Promise<void> {
  await database.migrate.latest({ directory: MIGRATIONS });
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
