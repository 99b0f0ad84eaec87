import { Bench } from '../result/Bench';
import { BenchFigure, BenchResult } from '../result/BenchResult';
import { HeapMeasurement } from './HeapMeasurement';
import { measureApart } from './measureApart';

const SIZES = [10_000, 100_000, 1_000_000];
const QUICK_SIZES = [1_000, 2_000];
const MEGABYTE = 1_000_000;

/** What the product promises. */
const MOST_MB_AT_100K = 500;
const MOST_P99_MS = 5;
/** Tables grow in steps, so that the same object costs now a little more, now a little less. */
const MOST_GROWTH = 1.25;

/**
 * What a fleet costs in memory, and how long a report on it takes, at three sizes. The fleet is made up, as no
 * machine for tests runs a million workloads, but goes through the same parsers into the same index.
 */
export const benchHeap: Bench = {
  name: 'heap',
  async run({ isQuick, log, signal }) {
    const measured: HeapMeasurement[] = [];
    for (const size of isQuick ? QUICK_SIZES : SIZES) {
      log(`Filling an index with ${size} workloads of three pods each`);
      measured.push(await measureApart(size, signal));
    }
    return resultOf(measured, { isQuick });
  },
};

function resultOf(
  measured: readonly HeapMeasurement[],
  { isQuick }: { isQuick: boolean },
): BenchResult {
  const smallest = measured[0];
  const largest = measured[measured.length - 1];
  return {
    name: 'heap',
    what: 'Memory of the index and time of a report, on simulated Deployments with three Pods each, at several sizes',
    tables: [
      {
        title:
          'Memory after a garbage collection, in MB and in bytes a workload',
        columns: [
          'workloads',
          'objects',
          'clusters',
          'index (MB)',
          'claims (MB)',
          'bytes a workload',
          'beside the smallest',
          'filled in (s)',
        ],
        rows: measured.map(each => [
          each.workloads,
          each.objects,
          each.clusters,
          each.indexBytes / MEGABYTE,
          each.catalogBytes / MEGABYTE,
          bytesOfWorkload(each),
          bytesOfWorkload(each) / bytesOfWorkload(smallest),
          each.fillSeconds,
        ]),
      },
      {
        title:
          'Time of a report, in ms, the quickest of three tries: on an entity of some five workloads, and on a selector that finds a hundred times as many',
        columns: [
          'workloads',
          'entities',
          'of a report',
          'p50',
          'p99',
          'of the wide one',
          'wide p50',
          'wide p99',
        ],
        rows: measured.map(({ workloads, entities, reports, wideReports }) => [
          workloads,
          entities,
          reports.workloads,
          reports.p50,
          reports.p99,
          wideReports.workloads,
          wideReports.p50,
          wideReports.p99,
        ]),
      },
    ],
    figures: [
      ...measured.flatMap(each => figuresOf(each, { isQuick })),
      {
        what: `bytes a workload at ${largest.workloads} workloads beside ${smallest.workloads}`,
        value: bytesOfWorkload(largest) / bytesOfWorkload(smallest),
        unit: 'times',
        atMost: isQuick ? undefined : MOST_GROWTH,
      },
    ],
  };
}

function figuresOf(
  measured: HeapMeasurement,
  { isQuick }: { isQuick: boolean },
): BenchFigure[] {
  const { workloads, reports } = measured;
  return [
    {
      what: `memory at ${workloads} workloads`,
      value: bytesOf(measured) / MEGABYTE,
      unit: 'MB',
      atMost: workloads === 100_000 ? MOST_MB_AT_100K : undefined,
    },
    {
      what: `p99 of a report at ${workloads} workloads`,
      value: reports.p99,
      unit: 'ms',
      atMost: isQuick ? undefined : MOST_P99_MS,
    },
  ];
}

function bytesOf({ indexBytes, catalogBytes }: HeapMeasurement): number {
  return indexBytes + catalogBytes;
}

function bytesOfWorkload(measured: HeapMeasurement): number {
  return bytesOf(measured) / measured.workloads;
}
