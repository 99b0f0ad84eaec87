import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  ClusterFacts,
  KUBERNETES_ID,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { clusterAccessFromConfig } from '@portal-operations/plugin-label-contract-node';
import { factsFrom } from '../facts/factsFrom';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { systemClock } from '../watch/Clock';
import { FleetWatcher } from '../watch/FleetWatcher';
import { watchedKinds } from '../watch/watchedKinds';

const CONTROL_PLANE_LIMIT_MS = 120_000;
const TEST_LIMIT_MS = 120_000;

/** Kinds of Argo CD and OpenShift, which this cluster does not serve. */
const notInstalled = ['Application', 'DeploymentConfig', 'Rollout', 'Route'];

/** Counts lists, which tell a watch that was taken up again from one that began anew. */
class CountingIndex extends WorkloadIndex {
  lists = 0;

  replaceAll(...args: Parameters<WorkloadIndex['replaceAll']>): void {
    this.lists += 1;
    super.replaceAll(...args);
  }

  names(value: string): string[] {
    return [
      ...this.workloadsMatching([
        { operator: 'in', key: KUBERNETES_ID, values: [value] },
      ]),
    ]
      .map(({ name }) => name)
      .sort();
  }

  cluster(name: string): ClusterFacts | undefined {
    return [...this.clusters()].find(cluster => cluster.name === name);
  }

  isLive(name: string): boolean {
    const cluster = this.cluster(name);
    return (
      cluster !== undefined && Object.values(cluster.watches).every(isSettled)
    );
  }
}

/** Whether a watch delivers, or has nothing to deliver. */
function isSettled(state: WatchState): boolean {
  return (
    state.kind === 'live' ||
    (state.kind === 'dark' && state.problem.reason === 'not-served')
  );
}

/** Watches these clusters, given in the words of the Kubernetes plugin. */
async function watchClusters(clusters: object[]) {
  const index = new CountingIndex();
  const watcher = new FleetWatcher({
    access: clusterAccessFromConfig(
      new ConfigReader({
        kubernetes: { clusterLocatorMethods: [{ type: 'config', clusters }] },
      }),
    ),
    parsers: factsFrom,
    sink: index,
    clock: systemClock,
    random: () => 0,
    logger: mockServices.logger.mock(),
  });
  const running = await watcher.start();
  return { index, stop: () => running.stop() };
}

describe('the watch of a real cluster', () => {
  let controlPlane: ControlPlane;
  let token: string;

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    token = await controlPlane.createToken({
      namespace: 'backstage',
      serviceAccount: 'rhdh-kubernetes-plugin',
    });
  }, CONTROL_PLANE_LIMIT_MS);

  afterAll(() => controlPlane?.stop(), CONTROL_PLANE_LIMIT_MS);

  const cluster = (name: string, serviceAccountToken: string) => ({
    name,
    url: controlPlane.url,
    caData: controlPlane.caData,
    authProvider: 'serviceAccount',
    serviceAccountToken,
  });

  const labelDeployment = (value: string) =>
    controlPlane.kubectl([
      'label',
      'deployment',
      'weather-db',
      '--namespace=ops-track-demo',
      '--overwrite',
      `${KUBERNETES_ID}=${value}`,
    ]);

  it(
    'has every state before any cluster answers',
    async () => {
      const { index, stop } = await watchClusters([cluster('workshop', token)]);
      expect(index.cluster('workshop')?.watches).toEqual(
        Object.fromEntries(
          Object.keys(watchedKinds).map(kind => [kind, { kind: 'syncing' }]),
        ),
      );
      await stop();
    },
    TEST_LIMIT_MS,
  );

  it(
    'reads every kind that is served, with no more than the rights of the portal',
    async () => {
      const { index, stop } = await watchClusters([cluster('workshop', token)]);
      try {
        await until(
          () => index.isLive('workshop'),
          isLive => isLive,
        );
        const dark = Object.entries(index.cluster('workshop')?.watches ?? {})
          .filter(([, { kind }]) => kind === 'dark')
          .map(([kind]) => kind);
        expect(dark.sort()).toEqual(notInstalled);
      } finally {
        await stop();
      }
    },
    TEST_LIMIT_MS,
  );

  it(
    'takes its watches up again after an outage, and then knows what changed since',
    async () => {
      const { index, stop } = await watchClusters([cluster('workshop', token)]);
      try {
        await until(
          () => index.isLive('workshop'),
          isLive => isLive,
        );
        expect(index.names('payments-platform')).toHaveLength(3);
        await labelDeployment('before-the-outage');
        await until(
          () => index.names('before-the-outage'),
          names => names.includes('weather-db'),
        );

        await controlPlane.stopApiServer();
        const state = await until(
          () => index.cluster('workshop')?.watches.Deployment,
          found => found?.kind === 'stale',
        );
        expect(state).toMatchObject({ problem: { reason: 'unreachable' } });
        expect(index.names('payments-platform')).toHaveLength(3);

        await controlPlane.startApiServer();
        await controlPlane.kubectl([
          'delete',
          'deployment',
          'payments-processor',
          '--namespace=payments-team',
        ]);
        await labelDeployment('after-the-outage');
        await until(
          () => [
            index.names('after-the-outage'),
            index.names('before-the-outage'),
            index.names('payments-platform'),
          ],
          ([after, before, payments]) =>
            after.length === 1 && before.length === 0 && payments.length === 2,
        );
        await until(
          () => index.isLive('workshop'),
          isLive => isLive,
        );
      } finally {
        await stop();
      }
    },
    TEST_LIMIT_MS,
  );

  it(
    'lists each kind once, however many changes the watch brings',
    async () => {
      const { index, stop } = await watchClusters([cluster('workshop', token)]);
      try {
        await until(
          () => index.isLive('workshop'),
          isLive => isLive,
        );
        for (const value of ['one', 'two', 'three']) {
          await labelDeployment(value);
          await until(
            () => index.names(value),
            names => names.includes('weather-db'),
          );
        }
        expect(index.names('one')).toEqual([]);
        expect(index.lists).toBe(
          Object.keys(watchedKinds).length - notInstalled.length,
        );
      } finally {
        await stop();
      }
    },
    TEST_LIMIT_MS,
  );

  it(
    'keeps the reason where a cluster refuses, and reads the others',
    async () => {
      await controlPlane.kubectl([
        'create',
        'serviceaccount',
        'without-rights',
        '--namespace=backstage',
      ]);
      await controlPlane.kubectl([
        'create',
        'clusterrole',
        'reads-deployments-only',
        '--verb=get,list,watch',
        '--resource=deployments.apps',
      ]);
      await controlPlane.kubectl([
        'create',
        'clusterrolebinding',
        'reads-deployments-only',
        '--clusterrole=reads-deployments-only',
        '--serviceaccount=backstage:without-rights',
      ]);
      const weakToken = await controlPlane.createToken({
        namespace: 'backstage',
        serviceAccount: 'without-rights',
      });

      const { index, stop } = await watchClusters([
        cluster('wrong-token', 'nobody-knows-this-one'),
        cluster('few-rights', weakToken),
        cluster('workshop', token),
      ]);
      try {
        await until(
          () => [...index.clusters()],
          clusters =>
            clusters
              .flatMap(({ watches }) => Object.values(watches))
              .every(({ kind }) => kind !== 'syncing'),
        );

        const kinds: WatchedKind[] = ['Deployment', 'ReplicaSet', 'Pod'];
        for (const kind of kinds) {
          expect(index.cluster('wrong-token')?.watches[kind]).toMatchObject({
            kind: 'dark',
            problem: {
              reason: 'unauthorized',
              message: expect.stringMatching(/on cluster 'wrong-token' .* 401/),
            },
          });
          expect(index.cluster('workshop')?.watches[kind]?.kind).toBe('live');
        }
        expect(index.cluster('few-rights')?.watches).toMatchObject({
          Deployment: { kind: 'live' },
          ReplicaSet: {
            kind: 'dark',
            problem: {
              reason: 'forbidden',
              message: expect.stringContaining(
                'replicasets.apps is forbidden: User "system:serviceaccount:backstage:without-rights" cannot list',
              ),
            },
          },
          Pod: { kind: 'dark', problem: { reason: 'forbidden' } },
        });
        const everything = JSON.stringify([...index.clusters()]);
        expect(everything).not.toContain('nobody-knows-this-one');
        expect(everything).not.toContain(weakToken);
      } finally {
        await stop();
      }
    },
    TEST_LIMIT_MS,
  );
});
