import {
  ClusterFinding,
  ClusterSummary,
  ContractVerdict,
  EntitySummary,
  Finding,
  HealthVerdict,
  KUBERNETES_ID,
  UnclaimedWorkload,
  WatchState,
  WatchedKind,
  compareSummaries,
} from '@portal-operations/plugin-label-contract-common';
import { sampleClaimFindings } from './sampleClaimFindings';
import { sampleHealthFindings } from './sampleHealthFindings';
import { sampleLabelFindings } from './sampleLabelFindings';

const NONE = { ops: 0, team: 0, catalog: 0 };

/** The row of a service that is visible and healthy; say only what matters. */
export function sampleSummary(
  name: string,
  summary: Partial<EntitySummary> & { team?: string; workloads?: number } = {},
): EntitySummary {
  const { team = 'desk-team', workloads = 1, ...rest } = summary;
  return {
    entityRef: `component:default/${name}`,
    owner: `group:default/${team}`,
    lifecycle: 'production',
    clusters: ['workshop'],
    contract: { verdict: 'met' },
    health: { verdict: 'healthy' },
    visible: { count: workloads, partly: 0, of: workloads },
    pods: { ready: workloads, of: workloads },
    findings: NONE,
    desks: [],
    incomplete: [],
    ...rest,
  };
}

const violated: ContractVerdict = { verdict: 'violated' };
const failing: HealthVerdict = { verdict: 'failing' };
const notRead = { verdict: 'unknown', reason: 'cluster-not-read' } as const;

function because(reason: 'opted-out' | 'not-deployed') {
  const verdict = { verdict: 'not-applicable', reason } as const;
  return {
    contract: verdict,
    health: verdict,
    clusters: [],
    workloads: 0,
  };
}

function acting(
  finding: Finding,
  findings: Partial<EntitySummary['findings']>,
): Pick<EntitySummary, 'finding' | 'findings' | 'desks'> {
  const counts = { ...NONE, ...findings };
  return {
    finding,
    findings: counts,
    desks:
      finding.severity === 'error'
        ? (['ops', 'team', 'catalog'] as const).filter(desk => counts[desk] > 0)
        : [],
  };
}

function since(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}

/** A fleet of twenty services with everything that a row can say, worst first. */
export function sampleSummaries(now: Date): EntitySummary[] {
  const labels = sampleLabelFindings();
  const claims = sampleClaimFindings();
  const healths = sampleHealthFindings();
  const gone = {
    contract: notRead,
    health: notRead,
    clusters: ['harbour'],
    desks: ['ops'],
    incomplete: [
      {
        cluster: 'harbour',
        reason: 'The connection timed out.',
        since: since(now, 95),
      },
    ],
  } as const;
  return [
    sampleSummary('payments-platform', {
      team: 'payments-team',
      system: 'system:default/shop',
      contract: violated,
      visible: { count: 2, partly: 1, of: 3 },
      ...acting(labels['label-matches-claim/value-is-workload-name'], {
        ops: 1,
      }),
    }),
    sampleSummary('booking', {
      clusters: ['annex', 'workshop'],
      system: 'system:default/desk',
      contract: violated,
      health: failing,
      visible: { count: 9, partly: 1, of: 12 },
      ...acting(labels['label-on-pod-template/missing'], { ops: 2, team: 1 }),
    }),
    sampleSummary('catalogue-print', {
      team: 'print-team',
      clusters: ['annex'],
      contract: violated,
      visible: { count: 1, partly: 0, of: 2 },
      ...acting(claims['claim-unique/another-bears-the-name'], {
        catalog: 1,
        ops: 1,
      }),
    }),
    sampleSummary('desk-system', {
      system: 'system:default/desk',
      health: failing,
      workloads: 4,
      ...acting(healths.missingService, { team: 1 }),
    }),
    sampleSummary('thumbnailer', {
      team: 'print-team',
      clusters: ['annex'],
      health: failing,
      workloads: 2,
      ...acting(healths.unschedulable, { ops: 1 }),
    }),
    sampleSummary('quay-crane', {
      ...gone,
      team: 'harbour-team',
      workloads: 2,
    }),
    sampleSummary('tide-table', {
      ...gone,
      team: 'harbour-team',
      workloads: 4,
    }),
    sampleSummary('ledger', {
      team: 'payments-team',
      system: 'system:default/shop',
      workloads: 2,
      ...acting(
        {
          ...labels['label-outside-selector/in-selector'],
          severity: 'warning',
        },
        { ops: 1 },
      ),
    }),
    sampleSummary('shop-front', {
      team: 'payments-team',
      system: 'system:default/shop',
      clusters: ['annex', 'workshop'],
      health: { verdict: 'progressing' },
      workloads: 3,
    }),
    sampleSummary('audit-trail', { clusters: ['annex'] }),
    sampleSummary('bell-ringer', { team: 'harbour-team', workloads: 2 }),
    sampleSummary('customer-letters', { team: 'print-team', workloads: 2 }),
    sampleSummary('fraud-check', { team: 'payments-team', workloads: 3 }),
    sampleSummary('gatekeeper', {
      clusters: ['annex', 'workshop'],
      workloads: 2,
    }),
    sampleSummary('paper-stock', { team: 'print-team' }),
    sampleSummary('room-planner'),
    sampleSummary('weather', {
      title: 'Weather on the quay',
      team: 'harbour-team',
      clusters: ['annex', 'workshop'],
      workloads: 5,
    }),
    sampleSummary('invoice-mailer', {
      team: 'payments-team',
      health: { verdict: 'nothing-running' },
      pods: { ready: 0, of: 0 },
    }),
    sampleSummary('visitor-log', {
      ...because('not-deployed'),
      lifecycle: 'experimental',
    }),
    sampleSummary('old-archive', { ...because('opted-out') }),
  ].sort((a, b) => compareSummaries(a, b));
}

function unclaimed(
  name: string,
  workload: Pick<UnclaimedWorkload, 'value' | 'likeliest'> & {
    kind?: UnclaimedWorkload['ref']['kind'];
    cluster?: string;
    namespace: string;
  },
): UnclaimedWorkload {
  const { kind = 'Deployment', cluster = 'annex', namespace } = workload;
  return {
    ref: { cluster, namespace, kind, name, uid: `uid-of-${name}` },
    key: KUBERNETES_ID,
    value: workload.value,
    pods: { ready: 1, of: 1 },
    likeliest: workload.likeliest,
  };
}

/** Workloads that nobody claims, strongest evidence first. */
export const sampleUnclaimed: readonly UnclaimedWorkload[] = [
  unclaimed('catalogue-print-night', {
    kind: 'CronJob',
    namespace: 'print',
    value: 'catalogue_print',
    likeliest: [
      {
        entityRef: 'component:default/catalogue-print',
        evidence: 'exact',
        signs: [{ id: 'same-but-spelling', value: 'catalogue_print' }],
      },
    ],
  }),
  unclaimed('booking-banner', {
    namespace: 'booking',
    value: 'booking-web',
    likeliest: [
      {
        entityRef: 'component:default/booking',
        evidence: 'strong',
        signs: [
          { id: 'nearly-the-same', value: 'booking-web', how: 'affix' },
          { id: 'same-namespace', namespace: 'booking' },
        ],
      },
    ],
  }),
  unclaimed('fraud-trial', {
    cluster: 'workshop',
    namespace: 'sandbox-fraud',
    value: 'fraud-checks',
    likeliest: [
      {
        entityRef: 'component:default/fraud-check',
        evidence: 'weak',
        signs: [
          { id: 'nearly-the-same', value: 'fraud-checks', how: 'plural' },
        ],
      },
      {
        entityRef: 'component:default/payments-platform',
        evidence: 'weak',
        signs: [{ id: 'app-label', value: 'payments-platform' }],
      },
    ],
  }),
  unclaimed('ci-runner', {
    kind: 'StatefulSet',
    namespace: 'ci',
    value: 'ci-runner',
    likeliest: [],
  }),
  unclaimed('demo', {
    kind: 'Pod',
    cluster: 'workshop',
    namespace: 'sandbox-42',
    value: 'demo',
    likeliest: [],
  }),
];

const KINDS: readonly WatchedKind[] = [
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'Pod',
  'Service',
  'EndpointSlice',
  'Namespace',
  'Rollout',
];

/** All kinds in one state, but for those that are in another. */
function watches(
  state: WatchState,
  others: Partial<Record<WatchedKind, WatchState>> = {},
): ClusterSummary['watches'] {
  return {
    ...Object.fromEntries(KINDS.map(kind => [kind, state])),
    ...others,
  };
}

function clusterFinding(
  cluster: string,
  finding: Pick<ClusterFinding, 'fixes'> &
    (
      | { rule: 'cluster-reachable'; id: 'unreachable' }
      | { rule: 'kind-readable'; id: 'forbidden' }
      | { rule: 'background-readable'; id: 'needs-user' }
    ) & { words: string; since: string; kinds: readonly WatchedKind[] },
): ClusterFinding {
  const { fixes, words, since: from, kinds } = finding;
  const common = {
    severity: 'error',
    evidence: 'exact',
    subject: { kind: 'Cluster', name: cluster },
    owner: 'ops',
    levels: [],
    fixes,
  } as const;
  const values = {
    cluster,
    kinds,
    words,
    since: from,
    seenBy: 'account-of-tab',
  } as const;
  switch (finding.rule) {
    case 'cluster-reachable':
      return {
        ...common,
        rule: finding.rule,
        message: { id: finding.id, values },
      };
    case 'kind-readable':
      return {
        ...common,
        rule: finding.rule,
        message: { id: finding.id, values },
      };
    case 'background-readable':
      return {
        ...common,
        rule: finding.rule,
        message: { id: finding.id, values },
      };
    default:
      return finding satisfies never;
  }
}

/** Clusters in every state, those that need somebody first. */
export function sampleClusters(now: Date): ClusterSummary[] {
  const live: WatchState = { kind: 'live', asOf: since(now, 0.05) };
  const lost: WatchState = {
    kind: 'stale',
    asOf: since(now, 96),
    since: since(now, 95),
    problem: {
      reason: 'unreachable',
      message: 'The connection to api.harbour.example.com:6443 timed out.',
      nextTryAt: since(now, -0.7),
    },
  };
  const refused: WatchState = {
    kind: 'dark',
    since: since(now, 300),
    problem: { reason: 'forbidden', message: 'The API server answered 403.' },
  };
  const locked: WatchState = {
    kind: 'dark',
    since: since(now, 300),
    problem: {
      reason: 'no-background-access',
      message: 'It accepts only the sign-in of users (OIDC).',
    },
  };
  return [
    {
      name: 'harbour',
      state: lost,
      watches: watches(lost),
      workloads: 6,
      pods: 11,
      services: 2,
      skipped: 0,
      findings: [
        clusterFinding('harbour', {
          rule: 'cluster-reachable',
          id: 'unreachable',
          words: 'The connection to api.harbour.example.com:6443 timed out.',
          since: since(now, 95),
          kinds: KINDS,
          fixes: [],
        }),
      ],
    },
    {
      name: 'lab',
      state: live,
      watches: watches(live, { Rollout: refused }),
      workloads: 88,
      pods: 131,
      services: 7,
      skipped: 0,
      findings: [
        clusterFinding('lab', {
          rule: 'kind-readable',
          id: 'forbidden',
          words: 'The API server answered 403.',
          since: since(now, 300),
          kinds: ['Rollout'],
          fixes: [
            {
              kind: 'grant-read',
              cluster: 'lab',
              apiGroups: ['argoproj.io'],
              resources: ['rollouts'],
              verbs: ['get', 'list', 'watch'],
            },
          ],
        }),
      ],
    },
    {
      name: 'forge',
      state: locked,
      watches: watches(locked),
      workloads: 0,
      pods: 0,
      services: 1,
      skipped: 0,
      findings: [
        clusterFinding('forge', {
          rule: 'background-readable',
          id: 'needs-user',
          words: 'It accepts only the sign-in of users (OIDC).',
          since: since(now, 300),
          kinds: KINDS,
          fixes: [],
        }),
      ],
    },
    {
      name: 'island',
      state: { kind: 'syncing' },
      watches: watches(live, {
        Pod: { kind: 'syncing' },
        ReplicaSet: { kind: 'syncing' },
      }),
      workloads: 140,
      pods: 0,
      services: 0,
      skipped: 0,
      findings: [],
    },
    {
      name: 'annex',
      state: live,
      watches: watches(live),
      workloads: 267,
      pods: 512,
      services: 9,
      skipped: 1,
      findings: [],
    },
    {
      name: 'workshop',
      title: 'Workshop, hall 2',
      state: live,
      watches: watches(live),
      workloads: 412,
      pods: 803,
      services: 12,
      skipped: 0,
      findings: [],
    },
  ];
}
