import { Entity } from '@backstage/catalog-model';
import {
  CatalogView,
  createCatalogView,
  evaluateEntity,
  Facts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- what is measured is no part of its API
import { factsFrom } from '@portal-operations/plugin-label-contract-backend/src/facts/factsFrom';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- what is measured is no part of its API
import { WorkloadIndex } from '@portal-operations/plugin-label-contract-backend/src/index/WorkloadIndex';
import { quantile } from '../result/median';
import { HeapMeasurement, ReportTimes } from './HeapMeasurement';
import {
  SIMULATED_KINDS,
  SimulatedFleet,
  SimulatedKind,
} from './SimulatedFleet';

/** Objects of one answer, as the portal asks for them. */
const PAGE_SIZE = 500;
/** Entities whose reports are timed, and others before them that warm the engine up. */
const ENTITIES = 1_000;
const WIDE_REPORTS = 100;
/** Each report is made so often, and the quickest counts: what else the machine does is not to be measured. */
const TRIES = 3;
const NOW = new Date('2026-03-02T09:12:00Z');

/**
 * Fills an index with a fleet, exactly as lists of its clusters would, and times reports on its entities.
 *
 * @throws Error where Node was started without `--expose-gc`.
 */
export function measureHeap(workloads: number): HeapMeasurement {
  const fleet = new SimulatedFleet(workloads);
  const before = heapBytes();
  const index = new WorkloadIndex();
  const startedAt = performance.now();
  for (const cluster of fleet.clusters()) {
    fill(index, { fleet, cluster });
  }
  const fillSeconds = (performance.now() - startedAt) / 1_000;
  const indexBytes = heapBytes() - before;

  const catalog = createCatalogView(fleet.entities());
  index.setLabelKeys(catalog.labelKeys);
  const catalogBytes = heapBytes() - before - indexBytes;

  // Neighbours share a namespace and would be warm: this step goes through all of them in another order.
  const entities = Array.from({ length: 2 * ENTITIES }, (_, turn) =>
    fleet.entity((turn * 7_919) % fleet.entityCount),
  );
  const wide = Array.from({ length: WIDE_REPORTS }, () => fleet.wideEntity());
  timesOf(entities.slice(ENTITIES), { index, catalog });
  timesOf(wide, { index, catalog });
  return {
    workloads,
    objects: index.size().objects,
    clusters: fleet.clusters().length,
    entities: fleet.entityCount,
    indexBytes,
    catalogBytes,
    fillSeconds,
    reports: timesOf(entities.slice(0, ENTITIES), { index, catalog }),
    wideReports: timesOf(wide, { index, catalog }),
  };
}

function timesOf(
  entities: readonly Entity[],
  { index, catalog }: { index: WorkloadIndex; catalog: CatalogView },
): ReportTimes {
  let found = 0;
  const times = entities.map(entity => {
    const tries = Array.from({ length: TRIES }, () => {
      const from = performance.now();
      const report = evaluateEntity({
        entity,
        facts: index,
        catalog,
        now: NOW,
      });
      found += report.workloads.length;
      return performance.now() - from;
    });
    return Math.min(...tries);
  });
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    workloads: found / entities.length / TRIES,
  };
}

function fill(
  index: WorkloadIndex,
  { fleet, cluster }: { fleet: SimulatedFleet; cluster: string },
): void {
  for (const kind of SIMULATED_KINDS) {
    index.replaceAll({ cluster, kind }, factsOf({ fleet, cluster, kind }));
  }
  for (const kind of watchedKinds()) {
    index.setWatchState(
      { cluster, kind },
      { kind: 'live', asOf: NOW.toISOString() },
    );
  }
}

/** Page by page, so that there is no more raw JSON at a time than in reality. */
function factsOf(options: {
  fleet: SimulatedFleet;
  cluster: string;
  kind: SimulatedKind;
}): Facts[] {
  const { fleet, cluster, kind } = options;
  const facts: Facts[] = [];
  for (const page of pagesOf(fleet.objectsOn(cluster, kind))) {
    facts.push(...parsePage(page, { cluster, kind }));
  }
  return facts;
}

/** As JSON, one list a page. */
function* pagesOf(objects: Iterable<string>): Iterable<string> {
  let page: string[] = [];
  for (const object of objects) {
    page.push(object);
    if (page.length === PAGE_SIZE) {
      yield `[${page.join()}]`;
      page = [];
    }
  }
  yield `[${page.join()}]`;
}

function parsePage(
  page: string,
  { cluster, kind }: { cluster: string; kind: SimulatedKind },
): Facts[] {
  const items: unknown[] = JSON.parse(page);
  return items.map(item => factsFrom[kind](item, cluster));
}

function watchedKinds(): WatchedKind[] {
  return Object.keys(factsFrom).filter(isWatchedKind);
}

function isWatchedKind(name: string): name is WatchedKind {
  return Object.hasOwn(factsFrom, name);
}

function heapBytes(): number {
  if (!global.gc) {
    throw new Error('Start Node with --expose-gc: the heap is measured');
  }
  global.gc();
  return process.memoryUsage().heapUsed;
}
