import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ControlPlane,
  startControlPlane,
  until,
} from '@internal/control-plane';
import { seedWorkshop } from '@internal/control-plane';
import {
  EntityHistory,
  EntityReport,
  entityHistoryPath,
  entityReportPath,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import { Knex } from 'knex';
import request from 'supertest';
import labelContractPlugin from '..';
import {
  startDatabases,
  TestDatabases,
} from '../__testUtils__/historyDatabases';
import { aComponent, workshopCluster } from '../__testUtils__/startPlugin';
import { migrateHistory } from '../history/HistoryDatabase';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 180_000;

const PAYMENTS = {
  kind: 'component',
  namespace: 'default',
  name: 'payments-platform',
};

/** The whole plugin with the portal's own scheduler, and a database that outlives it. */
async function startPortal(cluster: object, database: Knex) {
  const backend = await startTestBackend({
    features: [
      labelContractPlugin,
      schedulerServiceFactory,
      mockServices.database.mock({
        getClient: async () => database,
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            clusterLocatorMethods: [{ type: 'config', clusters: [cluster] }],
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [aComponent('payments-platform')],
      }),
    ],
  });
  const get = async (path: string) => {
    const response = await request(backend.server).get(
      `/api/label-contract${path}`,
    );
    expect(response.status).toBe(200);
    return response.body;
  };
  return {
    stop: () => backend.stop(),
    report: (): Promise<EntityReport> => get(entityReportPath(PAYMENTS)),
    history: (): Promise<EntityHistory> => get(entityHistoryPath(PAYMENTS)),
  };
}

describe('history of a real cluster', () => {
  let controlPlane: ControlPlane;
  let databases: TestDatabases;
  let cluster: object;

  beforeAll(async () => {
    [controlPlane, databases] = await Promise.all([
      startControlPlane(),
      startDatabases('PostgreSQL'),
    ]);
    await seedWorkshop(controlPlane);
    cluster = await workshopCluster(controlPlane);
  }, START_LIMIT_MS);

  afterAll(async () => {
    await databases?.stop();
    await controlPlane?.stop();
  }, STOP_LIMIT_MS);

  const patch = (name: string, value: string | null) => {
    const labels = { [KUBERNETES_ID]: value };
    return controlPlane.kubectl([
      'patch',
      'deployment',
      name,
      '--namespace=payments-team',
      '--field-manager=somebody',
      '--type=merge',
      `--patch=${JSON.stringify({
        metadata: { labels },
        spec: { template: { metadata: { labels } } },
      })}`,
    ]);
  };

  it(
    'says since when a label is missing, over a restart too, and that a service was removed',
    async () => {
      const database = await databases.connect('portal');
      // The plugin does it again, and finds it done.
      await migrateHistory(database);
      const isBaseline = async () =>
        (await database('history_watches').where({ kind: 'Pod' })).length;
      const first = await startPortal(cluster, database);
      try {
        await until(first.report, ({ contract }) => contract.verdict === 'met');
        await until(isBaseline, count => count === 1);
        await until(
          () => database('history_matches'),
          rows => rows.length === 1,
        );

        // The watch sees it: one moment, and of a removal nobody is known.
        await patch('payments-gateway', null);
        const { transitions } = await until(
          first.history,
          history => history.transitions.length >= 2,
        );
        expect(transitions).toMatchObject(
          ['object', 'pod-template'].map(level => ({
            kind: 'left',
            workload: { name: 'payments-gateway', cluster: 'workshop' },
            because: { id: 'label', level, was: 'payments-platform' },
          })),
        );
        for (const { between } of transitions) {
          expect(between.from).toBe(between.to);
        }
        expect(JSON.stringify(transitions)).not.toContain('somebody');
        const seen = transitions[0].between;
        const lost = await until(first.report, ({ nearMisses }) =>
          nearMisses.some(({ signs }) =>
            signs.some(({ id }) => id === 'carried-it-before'),
          ),
        );
        expect(lost.contract.verdict).toBe('violated');
        expect(lost.findings[0]).toMatchObject({
          evidence: 'exact',
          subject: { name: 'payments-gateway' },
        });
        expect(JSON.stringify(lost.nearMisses)).toContain(seen.to);
      } finally {
        await first.stop();
      }

      // Nobody looks: two moments, and the manager that owns the value since.
      await patch('payments-processor', 'elsewhere');
      await controlPlane.kubectl([
        'delete',
        'deployment',
        'payments-gateway',
        '--namespace=payments-team',
      ]);
      const again = await databases.connect('portal');
      const second = await startPortal(cluster, again);
      try {
        const { transitions } = await until(
          second.history,
          history => history.transitions.length >= 4,
        );
        const [change] = transitions;
        expect(change).toMatchObject({
          kind: 'left',
          workload: { name: 'payments-processor' },
          because: {
            was: 'payments-platform',
            is: 'elsewhere',
            manager: 'somebody',
          },
        });
        expect(change.between.from < change.between.to).toBe(true);

        await controlPlane.kubectl([
          'delete',
          'deployment',
          '--all',
          '--namespace=payments-team',
        ]);
        const removed = await until(
          second.report,
          ({ contract }) =>
            contract.verdict === 'violated' ||
            (contract.verdict === 'not-applicable' &&
              contract.reason === 'removed'),
        );
        expect(removed.contract.verdict).toBe('violated');
        const finding = await until(second.report, ({ findings }) =>
          findings.some(
            ({ rule, message }) =>
              rule === 'claim-finds-workloads' && message.id === 'removed',
          ),
        );
        expect(finding.findings[0]).toMatchObject({
          rule: 'claim-finds-workloads',
          severity: 'error',
          owner: 'team',
          message: { values: { since: expect.any(String) } },
        });
        const { transitions: all } = await second.history();
        expect(
          all.filter(
            each => each.kind === 'left' && each.because.id === 'deleted',
          ),
        ).not.toEqual([]);
      } finally {
        await second.stop();
      }
    },
    TEST_LIMIT_MS,
  );
});
