import { WATCHED_KINDS } from '@portal-operations/plugin-label-contract-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstruments } from './createInstruments';
import { MetricDefinition } from './MetricDefinition';
import { metricDefinitions, MOST_NAMED_CLUSTERS } from './metricDefinitions';
import { pageOfMetrics } from './pageOfMetrics';
import { startPrometheus } from '../__testUtils__/startPrometheus';

const page = readFileSync(join(__dirname, '../../docs/metrics.md'), 'utf8');
const definitions: readonly MetricDefinition[] =
  Object.values(metricDefinitions);

/** Attributes that OpenTelemetry itself defines. */
const OF_OPEN_TELEMETRY = ['k8s.cluster.name', 'error.type'];
/** So many combinations of attributes an SDK keeps of one metric. */
const SERIES_OF_AN_SDK = 2_000;
/** Upper bounds of what is not listed. */
const MOST_VALUES: Readonly<Record<string, number>> = {
  'k8s.cluster.name': MOST_NAMED_CLUSTERS,
  'label_contract.kind': WATCHED_KINDS.length,
  'label_contract.rule': 100,
};

describe.each(definitions.map(each => [each.name, each] as const))(
  '%s',
  (name, { unit, description, attributes, instrument, boundaries }) => {
    it('is named as OpenTelemetry does, without its unit or type', () => {
      expect(name).toMatch(/^label_contract(\.[a-z]+(_[a-z]+)*)+$/);
      expect(name).not.toMatch(/(seconds|_total|count|bytes)$/);
    });

    it('has a unit of UCUM, and a sentence', () => {
      expect(unit).toMatch(/^(s|1|\{[a-z]+\})$/);
      expect(description).toMatch(/^[A-Z0-9].*\.$/);
    });

    it('has attributes of its own namespace, or of OpenTelemetry', () => {
      for (const attribute of Object.keys(attributes)) {
        expect(
          OF_OPEN_TELEMETRY.includes(attribute) ||
            /^label_contract\.[a-z]+$/.test(attribute),
        ).toBe(true);
      }
    });

    it('has fewer series than an SDK keeps', () => {
      const series = Object.entries(attributes).reduce(
        (product, [attribute, { values }]) =>
          product * (values?.length ?? MOST_VALUES[attribute]),
        1,
      );
      expect(series).toBeLessThan(SERIES_OF_AN_SDK);
    });

    it('has rising buckets where it is a histogram, and only there', () => {
      expect(boundaries !== undefined).toBe(instrument === 'histogram');
      expect([...(boundaries ?? [])].sort((a, b) => a - b)).toEqual(
        boundaries ?? [],
      );
    });
  },
);

describe('the metrics', () => {
  it('have different names', () => {
    const names = definitions.map(({ name }) => name);
    expect([...new Set(names)]).toEqual(names);
  });

  it('are made into instruments, each under its own name', async () => {
    const prometheus = await startPrometheus();
    const instruments = createInstruments(prometheus.provider.getMeter('test'));
    expect(Object.keys(instruments)).toEqual(Object.keys(metricDefinitions));
    await prometheus.stop();
  });

  it('are on the page that "npm run docs:metrics" writes', () => {
    expect(page).toBe(pageOfMetrics(metricDefinitions, page));
  });

  it('are what the expressions on the page ask for', () => {
    const [known, asked] = page.split('## Reading them');
    const names = asked.match(/\b(label_contract|k8s)_\w+/g) ?? [];
    expect(names.length).toBeGreaterThan(15);

    const dotted = known.replaceAll('.', '_');
    for (const name of names) {
      expect(dotted).toContain(`\`${name.replace(/_count$/, '_bucket')}\``);
    }
  });

  it('refuse a page without marks', () => {
    expect(() => pageOfMetrics(metricDefinitions, '# Metrics\n')).toThrow(
      'The page has to contain',
    );
  });
});
