/*
 * Exports metrics as Red Hat Developer Hub does, at a Prometheus endpoint, though on 127.0.0.1 only. It has to be
 * loaded before everything else (--require): a meter that was asked for earlier measures nothing.
 */
const { isMainThread } = require('node:worker_threads');
const { PrometheusExporter } = require('@opentelemetry/exporter-prometheus');
const { HttpInstrumentation } = require('@opentelemetry/instrumentation-http');
const { NodeSDK } = require('@opentelemetry/sdk-node');

// A worker of the backend has nothing of its own to tell, and the port is taken.
if (isMainThread) {
  const sdk = new NodeSDK({
    // Its port comes from OTEL_EXPORTER_PROMETHEUS_PORT; 9464 without it.
    metricReader: new PrometheusExporter({ host: '127.0.0.1' }),
    instrumentations: [new HttpInstrumentation()],
    // Nobody collects traces and logs here, and without a word they are sent to a collector on this machine.
    spanProcessors: [],
    logRecordProcessors: [],
  });
  sdk.start();
}
