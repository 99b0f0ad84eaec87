import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import { Postgres, startPostgres } from '@internal/postgres';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { Knex } from 'knex';
import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { connectTo } from '../__testUtils__/historyDatabases';
import { workshopCluster } from '../__testUtils__/startPlugin';
import { migrateHistory } from '../history/HistoryDatabase';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 180_000;

const SERVICE = 'payments-platform';
const DEPLOYMENTS = ['payments-gateway', 'payments-processor', 'payments-api'];
const ROUNDS = 9;

describe('two replicas of the portal', () => {
  let controlPlane: ControlPlane;
  let postgres: Postgres;
  let database: Knex;
  const replicas: ChildProcess[] = [];

  beforeAll(async () => {
    [controlPlane, postgres] = await Promise.all([
      startControlPlane(),
      startPostgres(),
    ]);
    await seedWorkshop(controlPlane);
    database = connectTo(postgres, 'postgres');
    await migrateHistory(database);
  }, START_LIMIT_MS);

  afterAll(async () => {
    for (const replica of replicas) {
      if (replica.exitCode === null && replica.signalCode === null) {
        replica.kill('SIGKILL');
        await once(replica, 'exit');
      }
    }
    await database?.destroy();
    await postgres?.stop();
    await controlPlane?.stop();
  }, STOP_LIMIT_MS);

  /** Resolves once the replica has seen everything. */
  async function startReplica(): Promise<ChildProcess> {
    const { host, port, user, password } = postgres;
    const replica = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        path.join(__dirname, '..', '__testUtils__', 'replicaProcess.ts'),
        JSON.stringify({
          cluster: await workshopCluster(controlPlane),
          connection: { host, port, user, password, database: 'postgres' },
          name: SERVICE,
        }),
      ],
      { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
    );
    replicas.push(replica);
    let complaints = '';
    replica.stderr?.on('data', chunk => {
      complaints += chunk;
    });
    await Promise.race([
      // The transform of sources sends messages of its own.
      new Promise<void>(resolve => {
        replica.on('message', message => message === 'live' && resolve());
      }),
      once(replica, 'exit').then(() => {
        throw new Error(`The replica ended: ${complaints}`);
      }),
    ]);
    return replica;
  }

  const label = (name: string, value: string) =>
    controlPlane.kubectl([
      'label',
      'deployment',
      name,
      '--namespace=payments-team',
      '--overwrite',
      `${KUBERNETES_ID}=${value}`,
    ]);

  /** What is stored of the labels of a Deployment, the oldest first. */
  const storedOf = async (name: string) => {
    const rows: {
      was: string;
      is: string;
      recorder: string;
      not_before: Date;
      seen_at: Date;
    }[] = await database('history_transitions')
      .where({ name, kind: 'Deployment' })
      .orderBy('revision');
    return rows.map(({ was, is, ...row }) => ({
      ...row,
      was: JSON.parse(was).object[KUBERNETES_ID],
      is: JSON.parse(is).object[KUBERNETES_ID],
    }));
  };

  it(
    'store each transition once, also where the one that writes is killed',
    async () => {
      const writer = await startReplica();
      await until(
        () => database('history_watches').where({ kind: 'Deployment' }),
        rows => rows.length === 1,
      );
      await startReplica();

      const expected = new Map(DEPLOYMENTS.map(name => [name, [SERVICE]]));
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const [name, values] of expected) {
          const value = `round-${round}`;
          await label(name, value);
          values.push(value);
        }
        if (round === 2) {
          // The one that dies is to leave something behind, and something undone.
          await until(
            () => storedOf(DEPLOYMENTS[0]),
            rows => rows.length > 0,
          );
        }
        if (round === 3) {
          writer.kill('SIGKILL');
          await once(writer, 'exit');
        }
        if (round === 6) {
          // What the scheduler does once the lease of the dead is over, two minutes later.
          await database('backstage_backend_tasks__tasks')
            .where({ id: 'record-history' })
            .update({
              current_run_ticket: null,
              current_run_started_at: null,
              current_run_expires_at: null,
            });
        }
      }

      const recorders = new Set<string>();
      for (const [name, values] of expected) {
        const stored = await until(
          () => storedOf(name),
          rows => rows.at(-1)?.is === values.at(-1),
        );
        expect(stored.map(({ was, is }) => `${was} -> ${is}`)).toEqual(
          values.slice(1).map((value, index) => `${values[index]} -> ${value}`),
        );
        // Somebody saw each of them happen, also while nobody wrote.
        expect(
          stored.filter(
            ({ not_before: from, seen_at: to }) =>
              from.getTime() !== to.getTime(),
          ),
        ).toEqual([]);
        stored.forEach(({ recorder }) => recorders.add(recorder));
      }
      expect(recorders.size).toBe(2);
    },
    TEST_LIMIT_MS,
  );
});
