import { until } from '@internal/control-plane';
import { metrics } from '@opentelemetry/api';
import { aComponent, startPlugin } from '../__testUtils__/startPlugin';
import { METER_NAME } from '../metrics/createInstruments';
import { startPrometheus, valuesOf } from '../__testUtils__/startPrometheus';

jest.setTimeout(60_000);

/** A cluster that nobody answers for. */
const cluster = {
  name: 'prod-1',
  url: 'http://127.0.0.1:1',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'token-of-prod-1',
};

afterEach(() => {
  metrics.disable();
});

describe('the metrics of the plugin', () => {
  it('are at the Prometheus endpoint of the portal', async () => {
    const prometheus = await startPrometheus();
    metrics.setGlobalMeterProvider(prometheus.provider);
    const plugin = await startPlugin({
      clusters: [cluster],
      entities: [aComponent('weather-app')],
    });
    try {
      await plugin.report('weather-app');
      const samples = await until(
        () => prometheus.scrape(),
        found =>
          valuesOf(found, 'label_contract_contract_entities')[
            'label_contract_verdict=unknown'
          ] === 1 &&
          valuesOf(found, 'label_contract_clusters')[
            'label_contract_state=dark'
          ] === 1,
      );

      expect(
        valuesOf(samples, 'label_contract_contract_entities'),
      ).toMatchObject({
        'label_contract_verdict=met': 0,
        'label_contract_verdict=violated': 0,
      });
      expect(valuesOf(samples, 'label_contract_cluster_status')).toEqual({
        'k8s_cluster_name=prod-1,label_contract_state=syncing': 0,
        'k8s_cluster_name=prod-1,label_contract_state=live': 0,
        'k8s_cluster_name=prod-1,label_contract_state=stale': 0,
        'k8s_cluster_name=prod-1,label_contract_state=dark': 1,
      });
      expect(valuesOf(samples, 'label_contract_report_duration_count')).toEqual(
        { 'label_contract_report=entity': 1 },
      );
      expect(
        valuesOf(samples, 'label_contract_watch_restarts_total')[
          'label_contract_reason=unreachable'
        ],
      ).toBeGreaterThan(0);
      expect(valuesOf(samples, 'label_contract_catalog_age')['']).toBeLessThan(
        60,
      );
    } finally {
      await plugin.stop();
      await prometheus.stop();
    }
  });

  it('have help, unit and type, and name nobody', async () => {
    const prometheus = await startPrometheus();
    metrics.setGlobalMeterProvider(prometheus.provider);
    const plugin = await startPlugin({
      clusters: [cluster],
      entities: [aComponent('weather-app')],
    });
    try {
      await plugin.report('weather-app');
      const text = await prometheus.text();
      expect(text).toContain('# UNIT label_contract_report_duration s\n');
      expect(text).toContain('# TYPE label_contract_report_duration histogram');
      expect(text).toMatch(/# HELP label_contract_report_duration Time to/);
      expect(text).toContain(`otel_scope_name="${METER_NAME}"`);
      expect(text).not.toMatch(/weather-app|payments-team|token-of/);
    } finally {
      await plugin.stop();
      await prometheus.stop();
    }
  });

  it('do nothing on a host that exports none', async () => {
    const plugin = await startPlugin({
      clusters: [cluster],
      entities: [aComponent('weather-app')],
    });
    const report = await plugin.report('weather-app');
    expect(report.contract).toMatchObject({ verdict: 'unknown' });
    await plugin.stop();
  });
});
