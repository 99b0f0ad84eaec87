import {
  freePorts,
  startProgram,
  until,
  type RunningProgram,
} from '@internal/control-plane';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { listAt, textAt, valueAt } from '../check/valueAt';
import { providePrometheus } from './providePrometheus';

/** One series of an answer: its labels, and its newest value. */
export interface SeriesOfAnswer {
  labels: Record<string, string>;
  value: number;
}

/** How an alert is getting on. */
export interface RuleState {
  name: string;
  /** `ok` once it was evaluated without an error. */
  health: string;
  lastError?: string;
  /** The summaries of those that are waiting to be told, or are told. */
  pending: string[];
}

/** A Prometheus that this process started and owns. */
export interface Prometheus {
  /** Evaluates an expression now. Throws with Prometheus' own words where it can not, or where it warns. */
  query(expression: string): Promise<SeriesOfAnswer[]>;
  /** Evaluates an expression as a panel does, over the last minutes; answers how many series there are. */
  queryRange(expression: string): Promise<number>;
  /** What it knows of its rules. */
  rules(): Promise<RuleState[]>;
  /** Stops it and forgets its data. Safe to call twice. */
  stop(): Promise<void>;
}

/** Options of {@link startPrometheus}. */
export interface StartPrometheusOptions {
  /** Address of the metrics, such as `http://127.0.0.1:9464/metrics`. */
  metricsUrl: string;
  /** Labels that every series gets, as the Prometheus operator gives them to what a ServiceMonitor selects. */
  labels: Record<string, string>;
  /** Content of a file of rules. */
  rules: unknown;
}

const loopback = '127.0.0.1';

/** Scrapes so often that a test need not wait for it. */
const intervalSeconds = 1;

/** Starts a Prometheus that scrapes one address every second, and resolves when it answers. */
export async function startPrometheus(
  options: StartPrometheusOptions,
): Promise<Prometheus> {
  const { metricsUrl, labels, rules } = options;
  const { prometheus } = await providePrometheus();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'portal-prometheus-'));
  let program: RunningProgram | undefined;
  const stop = async () => {
    await program?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const { host, pathname, protocol } = new URL(metricsUrl);
    const interval = `${intervalSeconds}s`;
    const configFile = path.join(folder, 'prometheus.yaml');
    await mkdir(path.join(folder, 'data'));
    await writeFile(path.join(folder, 'rules.yaml'), stringify(rules));
    await writeFile(
      configFile,
      stringify({
        global: { scrape_interval: interval, evaluation_interval: interval },
        rule_files: ['rules.yaml'],
        scrape_configs: [
          {
            job_name: 'portal',
            scheme: protocol.slice(0, -1),
            metrics_path: pathname,
            static_configs: [{ targets: [host], labels }],
          },
        ],
      }),
    );
    const [port] = await freePorts(1);
    const url = `http://${loopback}:${port}`;
    program = startProgram({
      name: 'prometheus',
      file: prometheus,
      arguments: [
        `--config.file=${configFile}`,
        `--storage.tsdb.path=${path.join(folder, 'data')}`,
        `--web.listen-address=${loopback}:${port}`,
      ],
      environment: { PATH: process.env.PATH, LC_ALL: 'C' },
      logFolder: folder,
    });
    await Promise.race([
      program.failed,
      until(
        () =>
          fetch(`${url}/-/ready`).then(
            ({ ok }) => ok,
            () => false,
          ),
        isReady => isReady,
        { what: 'Prometheus to be ready' },
      ),
    ]);
    return { ...askingAt(url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function askingAt(url: string): Omit<Prometheus, 'stop'> {
  const ask = async (route: string, parameters: Record<string, string>) => {
    const response = await fetch(
      `${url}/api/v1/${route}?${new URLSearchParams(parameters)}`,
    );
    const answer: unknown = await response.json();
    const complaints = [
      textAt(answer, 'error'),
      ...listAt(answer, 'warnings'),
    ].filter(complaint => complaint !== undefined);
    if (complaints.length > 0) {
      throw new Error(
        `Prometheus says of ${JSON.stringify(parameters)}: ${complaints}`,
      );
    }
    return valueAt(answer, 'data');
  };

  return {
    async query(expression) {
      const data = await ask('query', { query: expression });
      return listAt(data, 'result').map(series => ({
        labels: labelsOf(valueAt(series, 'metric')),
        value: Number(listAt(series, 'value')[1]),
      }));
    },
    async queryRange(expression) {
      const end = Date.now() / 1000;
      const data = await ask('query_range', {
        query: expression,
        start: `${end - 120}`,
        end: `${end}`,
        step: '5',
      });
      return listAt(data, 'result').length;
    },
    async rules() {
      const data = await ask('rules', {});
      return listAt(data, 'groups').flatMap(group =>
        listAt(group, 'rules').map(rule => ({
          name: textAt(rule, 'name') ?? '',
          health: textAt(rule, 'health') ?? '',
          lastError: textAt(rule, 'lastError'),
          pending: listAt(rule, 'alerts').map(
            alert => textAt(alert, 'annotations', 'summary') ?? '',
          ),
        })),
      );
    },
  };
}

function labelsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, label]) => [name, `${label}`]),
  );
}
