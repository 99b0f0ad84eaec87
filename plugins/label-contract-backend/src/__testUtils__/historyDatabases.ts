import { Postgres, startPostgres } from '@internal/postgres';
import { knex, Knex } from 'knex';

/** Databases that history is kept in. */
export const DATABASE_KINDS = ['SQLite', 'PostgreSQL'] as const;

/** Empty databases, each one new, of one kind. */
export interface TestDatabases {
  /** A database; called again with the same name, another connection to the same one. */
  connect(name: string): Promise<Knex>;
  stop(): Promise<void>;
}

/** Starts what is needed for databases of a kind: for PostgreSQL, a server. */
export async function startDatabases(
  kind: (typeof DATABASE_KINDS)[number],
): Promise<TestDatabases> {
  return kind === 'SQLite' ? startSqlite() : startPostgresDatabases();
}

async function startSqlite(): Promise<TestDatabases> {
  const known = new Map<string, Knex>();
  return {
    // What is in memory has one connection, as in a portal.
    async connect(name) {
      const client =
        known.get(name) ??
        knex({
          client: 'better-sqlite3',
          connection: ':memory:',
          useNullAsDefault: true,
        });
      known.set(name, client);
      return client;
    },
    async stop() {
      await Promise.all([...known.values()].map(client => client.destroy()));
    },
  };
}

/** A connection to a database of a server. */
export function connectTo(postgres: Postgres, database: string): Knex {
  const { host, port, user, password } = postgres;
  return knex({
    client: 'pg',
    connection: { host, port, user, password, database },
  });
}

async function startPostgresDatabases(): Promise<TestDatabases> {
  const postgres = await startPostgres();
  const admin = connectTo(postgres, 'postgres');
  const known = new Set<string>();
  const clients: Knex[] = [];
  return {
    async connect(name) {
      if (!known.has(name)) {
        known.add(name);
        await admin.raw('create database ??', [name]);
      }
      const client = connectTo(postgres, name);
      clients.push(client);
      return client;
    },
    async stop() {
      await Promise.all([admin, ...clients].map(client => client.destroy()));
      await postgres.stop();
    },
  };
}
