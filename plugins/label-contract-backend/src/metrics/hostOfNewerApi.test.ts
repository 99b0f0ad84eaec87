import { metrics } from '@opentelemetry/api';
import { metrics as metricsOfHost } from 'opentelemetry-api-of-host';
import { startPrometheus, valuesOf } from '../__testUtils__/startPrometheus';
import { createInstruments, METER_NAME } from './createInstruments';

/*
 * The version of whoever registers first stands for the whole process, which here is this file: so these tests are in
 * one order, and in a file of their own.
 */
describe('our version of the API of OpenTelemetry', () => {
  it('is harmless where nobody exports metrics', () => {
    const instruments = createInstruments(metrics.getMeter(METER_NAME));
    expect(() => instruments.eventDelay.record(0.25)).not.toThrow();
  });

  it('reaches a host with a newer one', async () => {
    const prometheus = await startPrometheus();
    // @ts-expect-error The SDK has the types of the older API; a newer one is what is tried here.
    metricsOfHost.setGlobalMeterProvider(prometheus.provider);
    createInstruments(metrics.getMeter(METER_NAME)).eventDelay.record(0.25);

    expect(
      valuesOf(await prometheus.scrape(), 'label_contract_event_delay_sum'),
    ).toEqual({ '': 0.25 });
    await prometheus.stop();
  });
});
