import {
  runToEnd,
  seedWorkshop,
  startControlPlane,
  until,
  type ControlPlane,
} from '@internal/control-plane';
import { startPortal, type Portal } from '@internal/portal';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { signInAsGuest } from '../host/PortalClient';
import { namesOfExpression } from './namesOfExpression';
import { providePrometheus } from './providePrometheus';
import {
  readMonitoring,
  type Monitoring,
  type PanelTarget,
} from './readMonitoring';
import { applyStrangeRollout } from './applyStrangeRollout';
import { startPrometheus, type Prometheus } from './startPrometheus';

const rootFolder = path.resolve(__dirname, '../../../..');
const namespace = 'backstage';

async function untilFilled(
  prometheus: Prometheus,
  { panel, expression }: PanelTarget,
): Promise<void> {
  await until(
    () => prometheus.queryRange(expression),
    series => series > 0,
    { what: `the panel '${panel}' to have a series: ${expression}` },
  );
}

/** What ticket 1 of the workshop has. */
const hideGateway = [
  'patch',
  'deployment',
  'payments-gateway',
  '--namespace=payments-team',
  '--type=json',
  `--patch=${JSON.stringify([
    {
      op: 'replace',
      path: '/spec/template/metadata/labels/backstage.io~1kubernetes-id',
      value: 'payments-gateway',
    },
  ])}`,
];

// A control plane, a portal and a Prometheus, on a machine that has other things to do.
jest.setTimeout(300_000);

describe('a real Prometheus that scrapes a portal', () => {
  const stops: (() => Promise<void>)[] = [];
  let folder: string;
  let cluster: ControlPlane;
  let portal: Portal;
  let monitoring: Monitoring;
  let prometheus: Prometheus;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'portal-monitoring-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    cluster = await startControlPlane();
    stops.push(() => cluster.stop());
    await seedWorkshop(cluster);
    await applyStrangeRollout(cluster);
    monitoring = readMonitoring(
      await cluster.kubectl([
        'kustomize',
        path.join(rootFolder, 'install/monitoring'),
      ]),
      namespace,
    );

    portal = await startPortal({
      cluster,
      logFile: path.join(folder, 'backend.log'),
      // Requests under their old name and under their new one, as portals have the one or the other.
      environment: { OTEL_SEMCONV_STABILITY_OPT_IN: 'http/dup' },
    });
    stops.push(() => portal.stop());
    prometheus = await startPrometheus({
      metricsUrl: portal.metricsUrl,
      labels: { namespace, service: 'backstage-developer-hub' },
      rules: monitoring.rules,
    });
    stops.push(() => prometheus.stop());

    // Everything is measured once: answers, a refused one, and the way of a change.
    const user = await until(
      () => signInAsGuest(portal.url).catch(() => undefined),
      client => client !== undefined,
      { what: 'the guest to be in the catalog' },
    );
    await user.get('/api/label-contract/reports/fleet');
    await user.get(
      '/api/label-contract/reports/entities/component/default/no-such',
    );
    await cluster.kubectl(hideGateway);
  });

  afterAll(async () => {
    for (const stop of stops.reverse()) {
      await stop();
    }
  });

  it("answers the workshop's first question: entities of the catalog by kind", async () => {
    const answer = await until(
      () =>
        prometheus.query(`catalog_entities_count{namespace="${namespace}"}`),
      series =>
        series.some(
          ({ labels, value }) => labels.kind === 'component' && value === 6,
        ),
      { what: 'the components to be counted', timeoutSeconds: 90 },
    );
    expect(
      Object.fromEntries(
        answer.map(({ labels, value }) => [labels.kind, value]),
      ),
    ).toMatchObject({ component: 6, system: 4, group: 4, user: 1 });
  });

  it.each(['http_server_duration_count', 'http_server_request_duration_count'])(
    "answers the workshop's second question, requests a second, from %s",
    async metric => {
      const [{ value }] = await until(
        () =>
          prometheus.query(
            `sum(rate(${metric}{namespace="${namespace}"}[5m]))`,
          ),
        series => series.length === 1 && series[0].value > 0,
        { what: `a rate of ${metric}` },
      );
      expect(value).toBeGreaterThan(0);
    },
  );

  it('knows every metric that the plugin is said to have', async () => {
    const page = await readFile(
      path.join(rootFolder, 'plugins/label-contract-backend/docs/metrics.md'),
      'utf8',
    );
    const documented = [
      ...page.matchAll(/^\| `label_contract\.[\w.]+` +\| `(\w+)`/gm),
    ].map(([, name]) => name);
    expect(documented.length).toBeGreaterThan(10);
    await until(
      () => missingOf(documented),
      missing => missing.length === 0,
      { what: 'every documented metric to be scraped', timeoutSeconds: 90 },
    );
    expect(await missingOf(documented)).toEqual([]);
  });

  it('has every metric and label that an alert or a panel asks for', async () => {
    const names = [...monitoring.alerts, ...monitoring.targets].map(
      ({ expression }) => namesOfExpression(expression),
    );
    expect(await missingOf(names.flatMap(({ metrics }) => metrics))).toEqual(
      [],
    );

    const series = await prometheus.query('{namespace!=""}');
    const known = new Set(series.flatMap(({ labels }) => Object.keys(labels)));
    expect(
      names.flatMap(({ labels }) => labels).filter(label => !known.has(label)),
    ).toEqual([]);
  });

  it('fills every panel of the dashboard', async () => {
    expect(monitoring.targets.length).toBeGreaterThan(20);
    for (const target of monitoring.targets) {
      await untilFilled(prometheus, target);
    }
  });

  it('evaluates every alert, and tells of the gateway in words', async () => {
    const rules = await until(
      () => prometheus.rules(),
      found =>
        found.some(
          ({ name, pending }) =>
            name === 'LabelContractBroken' && pending.length > 0,
        ),
      { what: 'the broken contract to be noticed', timeoutSeconds: 90 },
    );
    expect(rules.map(({ name }) => name)).toEqual(
      monitoring.alerts.map(({ name }) => name),
    );
    expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
    const told = (alert: string) =>
      rules.find(({ name }) => name === alert)?.pending;
    expect(told('LabelContractBroken')).toEqual([
      'Services that break their label contract: 1',
    ]);
    expect(told('LabelContractObjectsLeftOut')).toEqual([
      'Objects of kind Rollout are not understood, and left out',
    ]);
    expect(told('LabelContractClusterDark')).toEqual([]);
    expect(told('LabelContractSilent')).toEqual([]);
  });

  it('passes promtool, which knows when each alert is due', async () => {
    const { promtool } = await providePrometheus();
    await writeFile(
      path.join(folder, 'rules.yaml'),
      stringify(monitoring.rules),
    );
    await cp(
      path.join(__dirname, 'alerts.promtool.yaml'),
      path.join(folder, 'alerts.promtool.yaml'),
    );
    for (const args of [
      ['check', 'rules', '--lint=all', '--lint-fatal', 'rules.yaml'],
      ['test', 'rules', 'alerts.promtool.yaml'],
    ]) {
      const { code, stdout, stderr } = await runToEnd(promtool, {
        arguments: args,
        folder,
      });
      expect({ code, stderr, failed: stdout.includes('FAILED') }).toEqual({
        code: 0,
        stderr: '',
        failed: false,
      });
    }
  });

  async function missingOf(metrics: readonly string[]): Promise<string[]> {
    const known = await prometheus.query(
      'count by (__name__) ({__name__=~".+"})',
    );
    const names = new Set(known.map(({ labels }) => labels.__name__));
    return metrics.filter(metric => !names.has(metric));
  }
});
