import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  KUBERNETES_ID,
  MergePatch,
  patchOfFix,
} from '@portal-operations/plugin-label-contract-common';
import {
  aComponent,
  startPlugin,
  workshopCluster,
} from '../__testUtils__/startPlugin';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 120_000;

/** The plugin on these clusters, with the two services that the tests speak of. */
function startOn(clusters: readonly object[]) {
  return startPlugin({
    clusters,
    entities: [aComponent('payments-platform'), aComponent('weather-app')],
  });
}

describe('the plugin on a real cluster', () => {
  let controlPlane: ControlPlane;
  let workshop: object;

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    workshop = await workshopCluster(controlPlane);
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
      const plugin = await startOn([workshop]);
      try {
        const before = await until(
          () => plugin.report('payments-platform'),
          report => report.contract.verdict === 'met',
        );
        expect(before.visible).toEqual({ count: 3, partly: 0, of: 3 });
        expect(before.gates).toMatchObject([
          { gate: 'tab', state: 'open' },
          { gate: 'cluster', state: 'open' },
          { gate: 'query', state: 'open' },
          { gate: 'view', state: 'open' },
        ]);

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
        expect(broken.gates).toMatchObject([
          { gate: 'tab', state: 'open' },
          { gate: 'cluster', state: 'open' },
          { gate: 'query', state: 'open' },
          {
            gate: 'view',
            state: 'partly',
            holdsBack: ['payments-gateway'],
            reason: { id: 'not-all-drawn', values: { rows: 3, pods: 2 } },
          },
        ]);

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
    'tells a workload that is wrong on all levels by its earlier revision, and its fix cures it',
    async () => {
      const plugin = await startOn([workshop]);
      const patchProcessor = (patch: MergePatch) =>
        controlPlane.kubectl([
          'patch',
          'deployment',
          'payments-processor',
          '--namespace=payments-team',
          '--type=merge',
          `--patch=${JSON.stringify(patch)}`,
        ]);
      try {
        const labels = { [KUBERNETES_ID]: 'processing' };
        await patchProcessor({
          metadata: { labels },
          spec: { template: { metadata: { labels } } },
        });
        const broken = await until(
          () => plugin.report('payments-platform'),
          ({ nearMisses }) => nearMisses.length > 0,
        );
        expect(broken).toMatchObject({
          contract: { verdict: 'violated' },
          visible: { count: 2, partly: 0, of: 3 },
          nearMisses: [
            {
              ref: { name: 'payments-processor' },
              evidence: 'exact',
              signs: [{ id: 'earlier-revision-matched' }],
            },
          ],
        });

        const [fix] = broken.findings[0].fixes;
        expect(fix).toMatchObject({
          kind: 'set-label',
          levels: ['object', 'pod-template'],
        });
        if (fix.kind === 'set-label') {
          await patchProcessor(patchOfFix(fix));
        }
        const cured = await until(
          () => plugin.report('payments-platform'),
          ({ contract, visible }) =>
            contract.verdict === 'met' && visible.count === 3,
        );
        expect(cured.nearMisses).toEqual([]);
      } finally {
        await plugin.stop();
      }
    },
    TEST_LIMIT_MS,
  );

  it(
    'reports the healthy cluster in full and a broken one as data',
    async () => {
      const plugin = await startOn([
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
        expect(report.gates[1]).toMatchObject({
          gate: 'cluster',
          state: 'partly',
          reason: {
            id: 'not-answering',
            values: { asked: ['workshop', 'elsewhere', 'personal'] },
          },
          holdsBack: ['elsewhere'],
        });
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
