import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { once } from 'node:events';
import { createServer } from 'node:http';

/** One value of a Prometheus endpoint. */
export interface Sample {
  readonly name: string;
  /** Without those of the exporter itself. */
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\.)*)"(?:,|$)/y;

/** Metrics of this process as a portal's Prometheus endpoint gives them, over HTTP on a free port. */
export async function startPrometheus() {
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ readers: [exporter] });
  const server = createServer((request, response) =>
    exporter.getMetricsRequestHandler(request, response),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no port');
  }
  const url = `http://127.0.0.1:${address.port}/metrics`;

  return {
    provider,
    /** What the endpoint answers, as text. */
    async text(): Promise<string> {
      const response = await fetch(url);
      expect(response.status).toBe(200);
      return response.text();
    },
    async scrape(): Promise<Sample[]> {
      return samplesOf(await this.text());
    },
    async stop(): Promise<void> {
      await provider.shutdown();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Values of one metric by its labels, such as `{ 'verdict=met': 3 }`. */
export function valuesOf(
  samples: readonly Sample[],
  name: string,
): Record<string, number> {
  return Object.fromEntries(
    samples
      .filter(sample => sample.name === name)
      .map(({ labels, value }) => [
        Object.entries(labels)
          .map(([label, is]) => `${label}=${is}`)
          .join(','),
        value,
      ]),
  );
}

/** @throws Error for a line that is not of the text format. */
function samplesOf(text: string): Sample[] {
  return text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [, name, labels = '', value] = LINE.exec(line) ?? [];
      if (
        name === undefined ||
        !(value === 'NaN' || Number.isFinite(Number(value)))
      ) {
        throw new Error(`No line of the Prometheus text format: ${line}`);
      }
      return { name, labels: labelsOf(labels), value: Number(value) };
    });
}

function labelsOf(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const [, name, value] = LABEL.exec(text) ?? [];
    if (name === undefined) {
      throw new Error(`No labels of the Prometheus text format: ${text}`);
    }
    if (!name.startsWith('otel_scope_')) {
      labels[name] = value;
    }
  }
  return labels;
}
