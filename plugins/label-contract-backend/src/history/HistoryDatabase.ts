import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';

/** The plugin's own database, or a transaction on it. */
export type HistoryDatabase = Awaited<ReturnType<DatabaseService['getClient']>>;

const MIGRATIONS = resolvePackagePath(
  '@portal-operations/plugin-label-contract-backend',
  'migrations',
);

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
