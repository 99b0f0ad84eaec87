import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  kindsAskedFor,
} from '@portal-operations/plugin-label-contract-common';
import { createClusterAccess } from '@portal-operations/plugin-label-contract-node';
import { TabAccessReader } from '../access/TabAccessReader';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { systemClock } from '../watch/Clock';

const START_LIMIT_MS = 120_000;

describe('the account of the tab, on a real cluster', () => {
  let controlPlane: ControlPlane;
  let reader: string;
  let weak: string;

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    reader = await controlPlane.createToken({
      namespace: 'backstage',
      serviceAccount: 'rhdh-kubernetes-plugin',
    });
    weak = await controlPlane.createToken({
      namespace: 'payments-team',
      serviceAccount: 'default',
    });
    await controlPlane.kubectl([
      'create',
      'clusterrole',
      'reads-pods',
      '--verb=list',
      '--resource=pods,deployments',
    ]);
    await controlPlane.kubectl([
      'create',
      'clusterrolebinding',
      'reads-pods',
      '--clusterrole=reads-pods',
      '--serviceaccount=payments-team:default',
    ]);
  }, START_LIMIT_MS);

  afterAll(() => controlPlane?.stop(), START_LIMIT_MS);

  /** What is known of the tab where it signs in with one token, and we with another. */
  async function tabOf(options: { tab: string; own: string }) {
    const index = new WorkloadIndex();
    index.setCluster({ name: 'workshop', account: 'own' });
    const stopping = new AbortController();
    const running = new TabAccessReader({
      ...systemClock,
      access: createClusterAccess({
        config: new ConfigReader({
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'workshop',
                    url: controlPlane.url,
                    caData: controlPlane.caData,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: options.tab,
                  },
                ],
              },
            ],
          },
          labelContract: {
            clusters: [{ name: 'workshop', serviceAccountToken: options.own }],
          },
        }),
        discovery: mockServices.discovery.mock({
          // The discard port of this machine: no Kubernetes plugin is needed for this.
          getBaseUrl: async () => 'http://127.0.0.1:9/api/kubernetes',
        }),
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
      }),
      kindsOf: cluster =>
        kindsAskedFor(DEFAULT_KUBERNETES_TAB_SETTINGS, cluster),
      sink: index,
      random: () => 0,
      logger: mockServices.logger.mock(),
    }).run(stopping.signal);

    try {
      const [cluster] = await until(
        () => [...index.clusters()],
        ([{ tab }]) => tab !== undefined,
      );
      return cluster.tab;
    } finally {
      stopping.abort();
      await running;
    }
  }

  it('is asked, and not ours: what it may not list is told', async () => {
    const tab = await tabOf({ tab: weak, own: reader });
    expect(tab?.authProvider).toBe('serviceAccount');
    expect(tab?.mayNotRead).toEqual(
      expect.arrayContaining(['ReplicaSet', 'StatefulSet', 'CronJob']),
    );
    expect(tab?.mayNotRead).not.toContain('Pod');
    expect(tab?.mayNotRead).not.toContain('Deployment');
  });

  it('lacks nothing with the rights that this repository grants', async () => {
    expect(await tabOf({ tab: reader, own: weak })).toMatchObject({
      mayNotRead: [],
    });
  });
});
