import {
  DATABASE_KINDS,
  startDatabases,
  TestDatabases,
} from '../__testUtils__/historyDatabases';
import { migrateHistory, unmigrateHistory } from './HistoryDatabase';

jest.setTimeout(60_000);

describe.each(DATABASE_KINDS)('the tables of the history in %s', kind => {
  let databases: TestDatabases;

  beforeAll(async () => {
    databases = await startDatabases(kind);
  });

  afterAll(async () => {
    await databases.stop();
  });

  it('are made and taken away, and made again', async () => {
    const database = await databases.connect('history');
    await migrateHistory(database);
    await migrateHistory(database);
    expect(await database('history_recorder')).toMatchObject([{ term: 0 }]);

    await unmigrateHistory(database);
    expect(await database.schema.hasTable('history_transitions')).toBe(false);

    await migrateHistory(database);
    expect(await database('history_transitions')).toEqual([]);
  });

  it('are made once by replicas that start at the same moment', async () => {
    const replicas = await Promise.all(
      Array.from({ length: 8 }, () => databases.connect('history_at_once')),
    );
    await Promise.all(replicas.map(replica => migrateHistory(replica)));

    const [database] = replicas;
    expect(await database('history_recorder')).toMatchObject([{ term: 0 }]);
    // Two rows in it would lock the tables for good.
    expect(await database('knex_migrations_lock')).toMatchObject([
      { is_locked: 0 },
    ]);
  });
});
