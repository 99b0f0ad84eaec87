import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  evaluateEntity,
  Facts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import {
  clusterAccessFromConfig,
  requestCluster,
} from '@portal-operations/plugin-label-contract-node';
import { aComponent, workshopCluster } from '../__testUtils__/startPlugin';
import { factsFrom } from '../facts/factsFrom';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { TroubleReader } from '../troubles/TroubleReader';
import { systemClock } from '../watch/Clock';
import { FleetWatcher } from '../watch/FleetWatcher';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 120_000;

const NAMESPACE = 'trouble';

const podTemplate = {
  metadata: { labels: { app: 'store' } },
  spec: {
    containers: [{ name: 'store', image: 'registry.example.com/store:v1' }],
  },
};

/** Nothing may run in this namespace, and a StatefulSet says so in Events only. */
const surroundings = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'nothing', namespace: NAMESPACE },
    spec: { hard: { pods: '0' } },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'store', namespace: NAMESPACE },
    spec: {
      serviceName: 'store',
      selector: { matchLabels: podTemplate.metadata.labels },
      template: podTemplate,
    },
  },
];

describe('what objects in trouble say on a real cluster', () => {
  let controlPlane: ControlPlane;
  let index: WorkloadIndex;
  const stopping = new AbortController();
  const running: Promise<unknown>[] = [];

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    await controlPlane.kubectl(['apply', '--filename=-'], {
      input: JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: surroundings,
      }),
    });
    index = new WorkloadIndex();
    const access = clusterAccessFromConfig(
      new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [await workshopCluster(controlPlane)],
            },
          ],
        },
      }),
    );
    const logger = mockServices.logger.mock();
    const watcher = await new FleetWatcher({
      access,
      parsers: factsFrom,
      sink: index,
      clock: systemClock,
      random: Math.random,
      logger,
    }).start();
    const reader = new TroubleReader({
      index,
      request: async (cluster, request) =>
        requestCluster(await access.endpointOf(cluster), request),
      logs: { enabled: true, lines: 20 },
      isIgnoredNamespace: () => false,
      now: systemClock.now,
      sleep: systemClock.sleep,
      logger,
    });
    running.push(reader.run(stopping.signal));
    stopping.signal.addEventListener('abort', () =>
      running.push(watcher.stop()),
    );
  }, START_LIMIT_MS);

  afterAll(async () => {
    stopping.abort();
    await Promise.all(running);
    await controlPlane?.stop();
  }, STOP_LIMIT_MS);

  const troubleOf = (isMeant: (facts: Facts) => boolean) =>
    [...index.all()]
      .filter(isMeant)
      .flatMap(each => index.troubleOf(each) ?? []);

  const named = (kind: WatchedKind, name: RegExp) => (facts: Facts) =>
    facts.kind === kind && name.test(facts.name);

  it(
    'are the last lines of a container that crashes, with no more than the rights of the portal',
    async () => {
      const [trouble] = await until(
        () => troubleOf(named('Pod', /^inventory-db-migrator-/)),
        found => found.length > 0,
      );
      const lines = Object.values(trouble.logLines).flat();
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.length).toBeLessThanOrEqual(20);
      expect(lines.join('\n')).toContain('postgres.inventory-team');
    },
    TEST_LIMIT_MS,
  );

  it(
    'name the Service that a report then misses',
    async () => {
      const { findings } = await until(
        () =>
          evaluateEntity({
            entity: aComponent('inventory-system'),
            facts: index,
            now: new Date(),
          }),
        report =>
          report.findings.some(({ rule }) => rule === 'dependency-exists'),
      );
      expect(findings).toMatchObject([
        {
          rule: 'dependency-exists',
          subject: { name: 'inventory-db-migrator' },
          owner: 'team',
          message: {
            values: { service: 'postgres', namespace: 'inventory-team' },
          },
        },
      ]);
    },
    TEST_LIMIT_MS,
  );

  it(
    'are the Events of a StatefulSet whose pods are refused',
    async () => {
      const [trouble] = await until(
        () => troubleOf(named('StatefulSet', /^store$/)),
        found => found.some(({ events }) => events.length > 0),
      );
      expect(trouble.events.at(-1)).toMatchObject({
        reason: 'FailedCreate',
        message: expect.stringContaining('exceeded quota: nothing'),
        lastSeenAt: expect.stringMatching(/^20\d\d-/),
      });
    },
    TEST_LIMIT_MS,
  );

  it(
    'are forgotten with the object',
    async () => {
      const [store] = [...index.all()].filter(named('StatefulSet', /^store$/));
      await controlPlane.kubectl([
        'delete',
        'statefulset/store',
        `--namespace=${NAMESPACE}`,
      ]);
      await until(
        () => [...index.all()],
        all => !all.some(named('StatefulSet', /^store$/)),
      );
      expect(index.troubleOf(store)).toBeUndefined();
    },
    TEST_LIMIT_MS,
  );
});
