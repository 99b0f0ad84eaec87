import { BenchCluster, startBenchCluster } from '../cluster/startBenchCluster';
import { createFleet } from '../fleet/createFleet';
import {
  crowd,
  DEPLOYMENTS_OF_NAMESPACE,
  DEPLOYMENTS_OF_SERVICE,
  entitiesOf,
  firstServices,
  serviceOf,
  servicesFor,
} from '../fleet/Fleet';
import { BenchPortal, startBenchPortal } from '../portal/startBenchPortal';
import { Bench, BenchContext } from '../result/Bench';
import { BenchFigure } from '../result/BenchResult';
import { median, quantile } from '../result/median';
import { numberText } from '../result/printBenchResult';

/** Answers that are asked for to warm up, and not counted. */
const WARM_UP = 5;

/** Deployments, and how many times quicker than the Kubernetes plugin's route ours has to be. */
const sizes: readonly Size[] = [
  { deployments: 1_000 },
  { deployments: 10_000, timesQuicker: 20 },
  { deployments: 40_000, timesQuicker: 100 },
];

const quickSizes: readonly Size[] = [{ deployments: 200 }];

interface Size {
  readonly deployments: number;
  readonly timesQuicker?: number;
}

/** How long answers of one route took, in ms, and what the API server did for them. */
interface RouteTimes {
  readonly medianMs: number;
  readonly p99Ms: number;
  /** CPU time of the API server an answer, in ms. */
  readonly cpuMs: number;
}

/**
 * How long both routes take for the same entities, one question at a time, over HTTP, in one backend, on
 * one API server.
 */
export const benchAnswers: Bench = {
  name: 'answers',
  async run(context) {
    const cluster = await startBenchCluster(context);
    try {
      const fleet = await createFleet(cluster, {
        now: new Date(),
        signal: context.signal,
      });
      const rows: (string | number)[][] = [];
      const figures: BenchFigure[] = [];
      let services = 0;
      for (const { deployments, timesQuicker } of context.isQuick
        ? quickSizes
        : sizes) {
        services = servicesFor(deployments);
        context.log(`Creating ${deployments} Deployments with their pods`);
        await fleet.growTo(services);

        const { tab, ours } = await measureRoutes({
          cluster,
          services,
          context,
        });
        context.log(
          `Medians: Kubernetes tab ${numberText(
            tab.medianMs,
          )} ms, ours ${numberText(ours.medianMs)} ms`,
        );
        rows.push([
          deployments.toLocaleString('en'),
          tab.medianMs,
          ours.medianMs,
          ours.p99Ms,
          tab.cpuMs,
          ours.cpuMs,
        ]);
        figures.push({
          what: `answer time, ours / Kubernetes tab, ${deployments.toLocaleString(
            'en',
          )} Deployments`,
          value: ours.medianMs / tab.medianMs,
          unit: 'times',
          atMost: timesQuicker && 1 / timesQuicker,
        });
      }
      context.log(`Creating ${crowd.length} services in one namespace`);
      await fleet.add(crowd);
      const crowded = await measureCrowd({ cluster, services, context });
      return {
        name: 'answers',
        what: 'time of one answer, and CPU time of the API server for it; each Deployment with its ReplicaSet and its pod',
        tables: [
          {
            title: 'Milliseconds an answer',
            columns: [
              'Deployments',
              'Kubernetes tab, median',
              'ours, median',
              'ours, p99',
              'API server CPU, tab',
              'API server CPU, ours',
            ],
            rows,
          },
          {
            title: 'Milliseconds an answer of ours, by the size of a namespace',
            columns: ['Deployments in the namespace', 'median', 'p99'],
            rows: crowded.rows,
          },
        ],
        figures: [...figures, crowded.figure],
      };
    } finally {
      await cluster.stop();
    }
  },
};

interface MeasureOptions {
  readonly cluster: BenchCluster;
  /** As many as there are, the crowded namespace apart. */
  readonly services: number;
  readonly context: BenchContext;
}

async function measureRoutes(
  options: MeasureOptions,
): Promise<{ tab: RouteTimes; ours: RouteTimes }> {
  const { cluster, services, context } = options;
  const numbers = firstServices(services);
  return withPortal({ ...options, numbers }, async portal => {
    const tab = await timesOf({
      cluster,
      numbers,
      answers: context.isQuick ? 20 : 60,
      ask: portal.askKubernetesTab,
    });
    const ours = await timesOf({
      cluster,
      numbers,
      answers: context.isQuick ? 100 : 1_000,
      ask: portal.askReport,
    });
    return { tab, ours };
  });
}

/** What a report costs where many services share a namespace: all of it is looked through for near misses. */
async function measureCrowd(options: MeasureOptions) {
  const { services, context } = options;
  const usual = firstServices(services);
  const numbers = [...usual, ...crowd];
  return withPortal({ ...options, numbers }, async portal => {
    const timesInUsual: number[] = [];
    const timesInCrowd: number[] = [];
    // In turn, as the fleet is looked through now and then, and answers take longer meanwhile.
    for (let turn = 0; turn < (context.isQuick ? 50 : 600); turn += 1) {
      timesInUsual.push(await timeOf(turn, usual, portal.askReport));
      timesInCrowd.push(await timeOf(turn, crowd, portal.askReport));
    }
    const sizeOfCrowd = crowd.length * DEPLOYMENTS_OF_SERVICE;
    const figure: BenchFigure = {
      what: `answer time of ours, among ${sizeOfCrowd.toLocaleString(
        'en',
      )} Deployments of a namespace / among ${DEPLOYMENTS_OF_NAMESPACE}`,
      value: median(timesInCrowd) / median(timesInUsual),
      unit: 'times',
    };
    return {
      rows: [
        { size: DEPLOYMENTS_OF_NAMESPACE, times: timesInUsual },
        { size: sizeOfCrowd, times: timesInCrowd },
      ].map(({ size, times }) => [
        size.toLocaleString('en'),
        median(times),
        quantile(times, 0.99),
      ]),
      figure,
    };
  });
}

async function withPortal<Result>(
  options: MeasureOptions & { readonly numbers: readonly number[] },
  ask: (portal: BenchPortal) => Promise<Result>,
): Promise<Result> {
  const { cluster, numbers, context } = options;
  const portal = await startBenchPortal({
    cluster,
    entities: entitiesOf(numbers),
    plugins: ['kubernetes', 'label-contract'],
  });
  try {
    context.log('Filling the index');
    await portal.untilSettled();
    context.log('Asking');
    return await ask(portal);
  } finally {
    await portal.stop();
  }
}

async function timesOf(options: {
  cluster: BenchCluster;
  /** Of the services that are asked for in turn. */
  numbers: readonly number[];
  answers: number;
  ask: (name: string) => Promise<unknown>;
}): Promise<RouteTimes> {
  const { cluster, numbers, answers, ask } = options;
  for (let turn = 0; turn < WARM_UP; turn += 1) {
    await timeOf(turn, numbers, ask);
  }
  const times: number[] = [];
  const cpuBefore = await cluster.cpuSeconds();
  for (let turn = 0; turn < answers; turn += 1) {
    times.push(await timeOf(turn, numbers, ask));
  }
  const cpuAfter = await cluster.cpuSeconds();
  return {
    medianMs: median(times),
    p99Ms: quantile(times, 0.99),
    cpuMs: ((cpuAfter - cpuBefore) * 1000) / answers,
  };
}

/** Milliseconds until one of these services is answered, each in its turn. */
async function timeOf(
  turn: number,
  numbers: readonly number[],
  ask: (name: string) => Promise<unknown>,
): Promise<number> {
  const { name } = serviceOf(numbers[turn % numbers.length]);
  const askedAt = performance.now();
  await ask(name);
  return performance.now() - askedAt;
}
