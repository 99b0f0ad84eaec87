import {
  ClustersReport,
  EntityHistory,
  EntityReport,
  EntitySummary,
  evaluateEntity,
  FleetReport,
  UnclaimedReport,
  UnclaimedWorkload,
} from '@portal-operations/plugin-label-contract-common';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { ReportService } from '../reports/ReportService';

/** A report of an entity that nothing is known of. */
export const entityReport: EntityReport = {
  ...evaluateEntity({
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'weather-app' },
    },
    facts: new WorkloadIndex(),
    now: new Date('2026-01-01T10:00:00Z'),
  }),
  clusters: [
    {
      name: 'prod-east',
      state: { kind: 'live', asOf: '2026-01-01T09:59:58.000Z' },
    },
    {
      name: 'prod-west',
      state: { kind: 'live', asOf: '2026-01-01T09:59:57.000Z' },
    },
  ],
};

/** A row of the fleet. */
export const summary: EntitySummary = {
  entityRef: 'component:default/weather-app',
  title: 'Wetter für alle',
  owner: 'group:default/ops-team',
  clusters: ['prod-east', 'prod-west'],
  contract: { verdict: 'not-applicable', reason: 'not-deployed' },
  health: { verdict: 'healthy' },
  visible: { count: 1, partly: 0, of: 2 },
  pods: { ready: 1, of: 2 },
  finding: {
    rule: 'label-present',
    severity: 'error',
    evidence: 'strong',
    owner: 'ops',
    subject: {
      cluster: 'prod-east',
      namespace: 'weather',
      kind: 'Deployment',
      name: 'weather-gateway',
      uid: 'uid-1',
    },
    levels: [],
    fixes: [],
    message: {
      id: 'missing',
      values: {
        workload: 'weather-gateway',
        key: 'backstage.io/kubernetes-id',
        hiddenPods: 1,
      },
    },
  },
  findings: { ops: 1, team: 0, catalog: 0 },
  desks: ['ops'],
  incomplete: [{ cluster: 'prod-west', reason: 'It does not answer.' }],
};

/** A row of what nobody claims. */
export const unclaimedWorkload: UnclaimedWorkload = {
  ref: {
    cluster: 'prod-east',
    namespace: 'weather',
    kind: 'Deployment',
    name: 'wether-app',
    uid: 'uid-2',
  },
  key: 'backstage.io/kubernetes-id',
  value: 'wether-app',
  pods: { ready: 1, of: 1 },
  likeliest: [
    {
      entityRef: 'component:default/weather-app',
      evidence: 'strong',
      signs: [{ id: 'nearly-the-same', value: 'weather-app', how: 'typo' }],
    },
  ],
};

const history: EntityHistory = {
  entityRef: 'component:default/weather-app',
  since: '2025-10-03T10:00:00.000Z',
  transitions: [],
  isCut: false,
};

const page = {
  totalItems: 1,
  unfilteredItems: 1,
  offset: 0,
  incomplete: ['prod-west'],
};

const fleet: FleetReport = {
  ...page,
  items: [summary],
  totals: {
    contract: {
      met: 0,
      violated: 0,
      'not-applicable': 1,
      unknown: 0,
      ignored: 0,
    },
    health: {
      healthy: 1,
      progressing: 0,
      failing: 0,
      'nothing-running': 0,
      'not-applicable': 0,
      unknown: 0,
    },
    acts: { ops: 1, team: 0, catalog: 0 },
  },
  facets: { owner: [], system: [], lifecycle: [], cluster: [] },
};

const unclaimed: UnclaimedReport = {
  ...page,
  items: [unclaimedWorkload],
  facets: { cluster: ['prod-east'], namespace: ['weather'] },
};

const clusters: ClustersReport = {
  items: [
    {
      name: 'prod-east',
      state: { kind: 'live', asOf: '2026-01-01T09:59:58.000Z' },
      watches: { Pod: { kind: 'live', asOf: '2026-01-01T09:59:58.000Z' } },
      findings: [],
      workloads: 2,
      pods: 2,
      services: 1,
      skipped: 0,
    },
  ],
};

/** Answers the same to everybody, but where something else is said. */
export function aReportService(
  others: Partial<ReportService> = {},
): ReportService {
  return {
    entityReport: async () => entityReport,
    entityHistory: async () => history,
    fleet: async () => fleet,
    fleetRows: async () => [summary],
    unclaimed: async () => unclaimed,
    unclaimedRows: async () => [unclaimedWorkload],
    clusters: async () => clusters,
    ...others,
  };
}
