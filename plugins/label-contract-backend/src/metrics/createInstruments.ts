import { Counter, Histogram, Meter, ObservableGauge } from '@opentelemetry/api';
import {
  AttributeDefinitions,
  AttributesOf,
  MetricDefinition,
} from './MetricDefinition';
import { metricDefinitions } from './metricDefinitions';

/** As Backstage names the meters of its plugins. */
export const METER_NAME = 'backstage-plugin-label-contract';

type InstrumentOf<Definition> = Definition extends MetricDefinition<
  infer Instrument,
  infer Definitions
>
  ? {
      gauge: ObservableGauge<AttributesOf<Definitions>>;
      counter: Counter<AttributesOf<Definitions>>;
      histogram: Histogram<AttributesOf<Definitions>>;
    }[Instrument]
  : never;

/** An instrument for each definition, under the same name. */
export type Instruments = {
  readonly [Name in keyof typeof metricDefinitions]: InstrumentOf<
    (typeof metricDefinitions)[Name]
  >;
};

/** Makes every instrument that is defined, and no other. */
export function createInstruments(meter: Meter): Instruments {
  const defined = metricDefinitions;
  return {
    contractEntities: gauge(meter, defined.contractEntities),
    healthEntities: gauge(meter, defined.healthEntities),
    findings: gauge(meter, defined.findings),
    fleetAge: gauge(meter, defined.fleetAge),
    clusters: gauge(meter, defined.clusters),
    clusterStatus: gauge(meter, defined.clusterStatus),
    clusterAge: gauge(meter, defined.clusterAge),
    indexObjects: gauge(meter, defined.indexObjects),
    skippedObjects: counter(meter, defined.skippedObjects),
    watchRestarts: counter(meter, defined.watchRestarts),
    eventDelay: histogram(meter, defined.eventDelay),
    reportDuration: histogram(meter, defined.reportDuration),
    catalogAge: gauge(meter, defined.catalogAge),
    troubleReads: counter(meter, defined.troubleReads),
    historyRounds: counter(meter, defined.historyRounds),
  };
}

function gauge<Definitions extends AttributeDefinitions>(
  meter: Meter,
  { name, unit, description }: MetricDefinition<'gauge', Definitions>,
): ObservableGauge<AttributesOf<Definitions>> {
  return meter.createObservableGauge(name, { unit, description });
}

function counter<Definitions extends AttributeDefinitions>(
  meter: Meter,
  { name, unit, description }: MetricDefinition<'counter', Definitions>,
): Counter<AttributesOf<Definitions>> {
  return meter.createCounter(name, { unit, description });
}

function histogram<Definitions extends AttributeDefinitions>(
  meter: Meter,
  definition: MetricDefinition<'histogram', Definitions>,
): Histogram<AttributesOf<Definitions>> {
  const { name, unit, description, boundaries = [] } = definition;
  return meter.createHistogram(name, {
    unit,
    description,
    advice: { explicitBucketBoundaries: [...boundaries] },
  });
}
