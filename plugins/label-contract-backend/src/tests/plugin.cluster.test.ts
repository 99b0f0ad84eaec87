import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
} from '@internal/control-plane';
import {
  EntityReport,
  entityReportPath,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import request from 'supertest';
import labelContractPlugin from '..';
import { until } from './until';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 120_000;

function component(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { [KUBERNETES_ID]: name } },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments-team' },
  };
}

/** The whole plugin over HTTP, on the clusters given in the words of the Kubernetes plugin. */
async function startPlugin(clusters: object[]) {
  const backend = await startTestBackend({
    features: [
      labelContractPlugin,
      mockServices.rootConfig.factory({
        data: {
          kubernetes: { clusterLocatorMethods: [{ type: 'config', clusters }] },
        },
      }),
      catalogServiceMock.factory({
        entities: [component('payments-platform'), component('weather-app')],
      }),
    ],
  });

  return {
    stop: () => backend.stop(),
    async report(name: string): Promise<EntityReport> {
      const path = entityReportPath({
        kind: 'component',
        namespace: 'default',
        name,
      });
      const response = await request(backend.server).get(
        `/api/label-contract${path}`,
      );
      expect(response.status).toBe(200);
      return response.body;
    },
  };
}

describe('the plugin on a real cluster', () => {
  let controlPlane: ControlPlane;
  let workshop: object;

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    workshop = {
      name: 'workshop',
      url: controlPlane.url,
      caData: controlPlane.caData,
      authProvider: 'serviceAccount',
      serviceAccountToken: await controlPlane.createToken({
        namespace: 'backstage',
        serviceAccount: 'rhdh-kubernetes-plugin',
      }),
    };
  }, START_LIMIT_MS);

  afterAll(() => controlPlane?.stop(), STOP_LIMIT_MS);

  const patchGateway = (value: string) =>
    controlPlane.kubectl([
      'patch',
      'deployment',
      'payments-gateway',
      '--namespace=payments-team',
      '--type=json',
      `--patch=[{"op":"replace","path":"/spec/template/metadata/labels/backstage.io~1kubernetes-id","value":"${value}"}]`,
    ]);

  it(
    'reports Ticket 1 while the watch delivers it, and the cure of it',
    async () => {
      const plugin = await startPlugin([workshop]);
      try {
        const before = await until(
          () => plugin.report('payments-platform'),
          report => report.contract.verdict === 'met',
        );
        expect(before.visible).toEqual({ count: 3, partly: 0, of: 3 });

        await patchGateway('payments-gateway');
        const broken = await until(
          () => plugin.report('payments-platform'),
          ({ contract, workloads }) =>
            contract.verdict === 'violated' &&
            workloads.every(({ health }) => health === 'healthy'),
        );
        expect(broken.visible).toEqual({ count: 2, partly: 1, of: 3 });
        expect(broken.workloads[0]).toMatchObject({
          ref: { name: 'payments-gateway', cluster: 'workshop' },
          levels: {
            object: { value: 'payments-platform', matches: true },
            podTemplate: { value: 'payments-gateway', matches: false },
            pods: { matching: 0, of: 1, otherValues: ['payments-gateway'] },
          },
        });
        expect(broken.findings[0]).toMatchObject({
          rule: 'label-matches-claim',
          owner: 'ops',
          subject: { name: 'payments-gateway' },
        });

        await patchGateway('payments-platform');
        const cured = await until(
          () => plugin.report('payments-platform'),
          ({ contract, visible }) =>
            contract.verdict === 'met' && visible.count === 3,
        );
        expect(cured.findings).toEqual([]);
      } finally {
        await plugin.stop();
      }
    },
    TEST_LIMIT_MS,
  );

  it(
    'reports the healthy cluster in full and a broken one as data',
    async () => {
      const plugin = await startPlugin([
        workshop,
        {
          name: 'elsewhere',
          // The discard port of this machine: nobody listens there.
          url: 'https://127.0.0.1:9',
          authProvider: 'serviceAccount',
          serviceAccountToken: 'of-elsewhere',
        },
        {
          name: 'personal',
          url: 'https://personal.example.com',
          authProvider: 'oidc',
          oidcTokenProvider: 'okta',
        },
      ]);
      try {
        const report = await until(
          () => plugin.report('weather-app'),
          ({ visible, clusters }) =>
            visible.count === 5 &&
            clusters.every(({ state }) => state.kind !== 'syncing'),
        );
        expect(report.contract).toEqual({ verdict: 'met' });
        expect(report.clusters).toMatchObject([
          { name: 'workshop', state: { kind: 'live' } },
          {
            name: 'elsewhere',
            state: { kind: 'dark', problem: { reason: 'unreachable' } },
          },
          {
            name: 'personal',
            state: {
              kind: 'dark',
              problem: { reason: 'no-background-access' },
            },
          },
        ]);
        expect(report.incomplete).toMatchObject([
          {
            cluster: 'elsewhere',
            reason: expect.stringContaining('ECONNREFUSED'),
          },
          { cluster: 'personal', reason: expect.stringContaining("'oidc'") },
        ]);
        expect(JSON.stringify(report)).not.toContain('of-elsewhere');
      } finally {
        await plugin.stop();
      }
    },
    TEST_LIMIT_MS,
  );
});
