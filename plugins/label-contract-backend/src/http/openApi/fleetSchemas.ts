import {
  ACTING_DESKS,
  CONTRACT_STATES,
  HEALTH_STATES,
} from '../parseFleetRequest';
import { count, listOf, record, ref, Schema, text, texts } from './schema';

function countsOf(words: readonly string[]): Schema {
  return record(Object.fromEntries(words.map(word => [word, count])));
}

/** What both pages say of themselves. */
const page = {
  totalItems: count,
  unfilteredItems: count,
  offset: count,
  incomplete: texts,
};
const cursors = { nextCursor: text, previousCursor: text };

/** The answers about many entities, workloads or clusters. */
export const fleetSchemas: Readonly<Record<string, Schema>> = {
  EntitySummary: record(
    {
      entityRef: text,
      clusters: texts,
      contract: ref('ContractVerdict'),
      health: ref('HealthVerdict'),
      visible: ref('Visible'),
      pods: ref('Pods'),
      findings: countsOf(ACTING_DESKS),
      desks: texts,
      incomplete: listOf(ref('IncompleteCluster')),
    },
    {
      title: text,
      owner: text,
      system: text,
      lifecycle: text,
      finding: ref('Finding'),
    },
  ),

  FleetReport: record(
    {
      ...page,
      items: listOf(ref('EntitySummary')),
      totals: record({
        contract: countsOf(CONTRACT_STATES),
        health: countsOf(HEALTH_STATES),
        acts: countsOf(ACTING_DESKS),
      }),
      facets: record({
        owner: texts,
        system: texts,
        lifecycle: texts,
        cluster: texts,
      }),
    },
    cursors,
  ),

  UnclaimedWorkload: record({
    ref: ref('WorkloadRef'),
    key: text,
    value: text,
    pods: ref('Pods'),
    likeliest: listOf(
      record({
        entityRef: text,
        evidence: ref('Evidence'),
        signs: listOf(ref('Sign')),
      }),
    ),
  }),

  UnclaimedReport: record(
    {
      ...page,
      items: listOf(ref('UnclaimedWorkload')),
      facets: record({ cluster: texts, namespace: texts }),
    },
    cursors,
  ),

  ClusterSummary: record(
    {
      name: text,
      state: ref('WatchState'),
      watches: ref('Watches'),
      findings: listOf(ref('Finding')),
      workloads: count,
      pods: count,
      skipped: count,
    },
    { title: text, namespaces: texts, services: count },
  ),

  ClustersReport: record({ items: listOf(ref('ClusterSummary')) }),
};
