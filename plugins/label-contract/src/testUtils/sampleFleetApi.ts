import {
  EntitySummary,
  FleetQuery,
  FleetReport,
  UnclaimedQuery,
  UnclaimedReport,
  UnclaimedWorkload,
  compareSummaries,
  facetsOfFleet,
  facetsOfUnclaimed,
  filterFleet,
  filterUnclaimed,
  totalsOfFleet,
} from '@portal-operations/plugin-label-contract-common';
import { LabelContractApi } from '../api/LabelContractApi';
import {
  sampleClusters,
  sampleSummaries,
  sampleUnclaimed,
} from './sampleFleet';

/** What of the API the fleet page needs. */
export type FleetApi = Pick<
  LabelContractApi,
  | 'getFleet'
  | 'getFleetTable'
  | 'getUnclaimed'
  | 'getUnclaimedTable'
  | 'getClusters'
>;

/** A page of a fleet, filtered and sorted as the backend does it. Cursors are positions. */
export function sampleFleetReport(
  summaries: readonly EntitySummary[],
  query: FleetQuery,
): FleetReport {
  const found = filterFleet(summaries, query).sort((a, b) =>
    compareSummaries(a, b, query),
  );
  return {
    ...pageAt(found, query),
    unfilteredItems: summaries.length,
    totals: totalsOfFleet(summaries, query),
    facets: facetsOfFleet(summaries),
    incomplete: ['harbour'],
  };
}

/** A page of the unclaimed workloads. */
export function sampleUnclaimedReport(
  workloads: readonly UnclaimedWorkload[],
  query: UnclaimedQuery,
): UnclaimedReport {
  return {
    ...pageAt(filterUnclaimed(workloads, query), query),
    unfilteredItems: workloads.length,
    facets: facetsOfUnclaimed(workloads),
    incomplete: ['harbour'],
  };
}

function pageAt<Item>(
  items: readonly Item[],
  { cursor = '0', limit = 50 }: Pick<FleetQuery, 'cursor' | 'limit'>,
) {
  const offset = Number(cursor);
  return {
    items: items.slice(offset, offset + limit),
    totalItems: items.length,
    offset,
    ...(offset + limit < items.length && {
      nextCursor: String(offset + limit),
    }),
    ...(offset > 0 && { previousCursor: String(Math.max(0, offset - limit)) }),
  };
}

/** Answers as the backend would, from the samples; give what is to answer otherwise. */
export function sampleFleetApi(
  options: { now?: Date; limit?: number } & Partial<FleetApi> = {},
): FleetApi {
  const { now = new Date(), limit, ...others } = options;
  const asOf = new Date(now.getTime() - 6_000);
  const summaries = sampleSummaries(now);
  return {
    getFleet: async query => ({
      body: sampleFleetReport(summaries, { limit, ...query }),
      asOf,
    }),
    getFleetTable: async () => new Blob(['service,contract\n']),
    getUnclaimed: async query => ({
      body: sampleUnclaimedReport(sampleUnclaimed, query),
      asOf,
    }),
    getUnclaimedTable: async () => new Blob(['value,workload\n']),
    getClusters: async () => ({ body: { items: sampleClusters(now) }, asOf }),
    ...others,
  };
}
