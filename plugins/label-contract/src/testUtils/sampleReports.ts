import {
  AccessMessageValues,
  ClusterFinding,
  EntityReport,
  Finding,
  KUBERNETES_ID,
  WatchState,
  WorkloadRef,
  WorkloadReport,
  withoutLogLines,
} from '@portal-operations/plugin-label-contract-common';
import { isAboutHealth } from '../words/describeFinding';
import { sampleClaimFindings } from './sampleClaimFindings';
import { sampleClusterFindings } from './sampleClusterFindings';
import { sampleGates, sampleGatesWithoutClaim } from './sampleGates';
import { sampleHealthFindings } from './sampleHealthFindings';
import { sampleLabelFindings, sampleWorkload } from './sampleLabelFindings';

/** Names of the samples: one for each thing that a report can say. */
export type SampleName =
  | 'met'
  | 'progressing'
  | 'violated'
  | 'missing'
  | 'failing'
  | 'stillServing'
  | 'rollout'
  | 'newImage'
  | 'several'
  | 'many'
  | 'notDeployed'
  | 'noClaim'
  | 'ignored'
  | 'nothingRunning'
  | 'syncing'
  | 'unreachable'
  | 'unreadable'
  | 'metExcept'
  | 'brokenClaim'
  | 'notes'
  | 'scheduled'
  | 'failedRun'
  | 'removed'
  | 'notDrawn'
  | 'hiddenKind'
  | 'drifted'
  | 'livePartly'
  | 'dependency'
  | 'logWithheld';

function aWorkload(
  name: string,
  options: Partial<WorkloadReport> & {
    claim?: string;
    namespace?: string;
  } = {},
): WorkloadReport {
  const {
    claim = 'payments-platform',
    namespace = 'payments-team',
    ...rest
  } = options;
  const label = { key: KUBERNETES_ID, value: claim, matches: true };
  return {
    ref: {
      cluster: 'workshop',
      namespace,
      kind: 'Deployment',
      name,
      uid: `uid-of-${name}`,
    },
    visibility: 'visible',
    levels: {
      object: label,
      podTemplate: label,
      pods: { matching: 1, of: 1, otherValues: [] },
    },
    pods: { ready: 1, of: 1 },
    health: 'healthy',
    ...rest,
  };
}

function aReport(
  asOf: Date,
  options: Partial<EntityReport> & { name?: string; owner?: string },
): EntityReport {
  const {
    name = 'payments-platform',
    owner = 'payments-team',
    workloads = [],
    clusters = [
      { name: 'workshop', state: { kind: 'live', asOf: asOf.toISOString() } },
    ],
    gates = sampleGates({ name, workloads, clusters }),
    ...rest
  } = options;
  const visible = workloads.filter(
    ({ visibility }) => visibility === 'visible',
  );
  return {
    entityRef: `component:default/${name}`,
    entityOwner: `group:default/${owner}`,
    claim: { query: `${KUBERNETES_ID}=${name}`, id: name },
    contract: { verdict: 'met' },
    health: { verdict: 'healthy' },
    visible: {
      count: visible.length,
      partly: workloads.length - visible.length,
      of: workloads.length,
    },
    pods: {
      ready: workloads.reduce((sum, { pods }) => sum + pods.ready, 0),
      of: workloads.reduce((sum, { pods }) => sum + pods.of, 0),
    },
    workloads,
    nearMisses: [],
    hints: [],
    findings: [],
    gates,
    notChecked: [],
    incomplete: [],
    access: [],
    clusters,
    ...rest,
  };
}

/** A pod template whose label is wrong, or missing where `is` is left out. */
function aTemplateFinding(
  subject: WorkloadRef,
  options: { is?: string; shouldBe: string; pods: number },
): Finding {
  const { is, shouldBe, pods } = options;
  const common = {
    severity: 'error',
    evidence: 'exact',
    subject,
    owner: 'ops',
    levels: (['pod-template', 'pods'] as const).map(level => ({
      level,
      key: KUBERNETES_ID,
      is,
      shouldBe,
    })),
    fixes: [
      {
        kind: 'set-label',
        workload: subject,
        levels: ['pod-template'],
        key: KUBERNETES_ID,
        value: shouldBe,
        replacesPods: pods,
      },
    ],
  } as const;
  const values = {
    workload: subject.name,
    key: KUBERNETES_ID,
    is,
    shouldBe,
    hiddenPods: pods,
  };
  if (is === undefined) {
    return {
      ...common,
      rule: 'label-on-pod-template',
      message: { id: 'missing', values },
    };
  }
  return {
    ...common,
    rule: 'label-matches-claim',
    message: {
      id: is === subject.name ? 'value-is-workload-name' : 'value-differs',
      values,
    },
  };
}

function aCrashFinding(subject: WorkloadRef, container: string): Finding {
  return {
    rule: 'container-keeps-running',
    severity: 'error',
    evidence: 'exact',
    subject,
    owner: 'team',
    levels: [],
    message: {
      id: 'keeps-crashing',
      values: {
        workload: subject.name,
        container,
        restarts: 14,
        exitCode: 1,
        reason: 'Error',
      },
    },
    fixes: [{ kind: 'tell-owner' }],
  };
}

const lostTemplate = {
  key: KUBERNETES_ID,
  value: 'payments-gateway',
  matches: false,
};
const partly = {
  visibility: 'partly',
  hiddenBecause: 'labels',
  levels: {
    object: { key: KUBERNETES_ID, value: 'payments-platform', matches: true },
    podTemplate: lostTemplate,
    pods: { matching: 0, of: 1, otherValues: ['payments-gateway'] },
  },
} as const;
const failing = { health: 'failing', pods: { ready: 0, of: 1 } } as const;

function aCronJob(
  health: WorkloadReport['health'],
): Partial<WorkloadReport> & { namespace: string } {
  const namespace = 'desk-team';
  return {
    namespace,
    ref: {
      ...sampleWorkload('CronJob', 'desk-report'),
      cluster: 'workshop',
      namespace,
    },
    pods: { ready: 0, of: 0 },
    health,
  };
}

/** The report of an entity of which one thing is said. */
export function sampleReportOf(finding: Finding, asOf: Date): EntityReport {
  const workload = aWorkload('payments-api');
  if (finding.severity !== 'error') {
    return aReport(asOf, { workloads: [workload], findings: [finding] });
  }
  return isAboutHealth(finding)
    ? aReport(asOf, {
        workloads: [aWorkload('payments-gateway', failing), workload],
        health: { verdict: 'failing' },
        findings: [finding],
      })
    : aReport(asOf, {
        workloads: [aWorkload('payments-gateway', partly), workload],
        contract: { verdict: 'violated' },
        findings: [finding],
      });
}

/**
 * One report for each thing that can be said, as of a moment. Component tests, and whoever wants to
 * see a state, take them from here.
 */
export function sampleReports(asOf: Date): Record<SampleName, EntityReport> {
  const outageSince = new Date(asOf.getTime() - 20 * 60_000).toISOString();
  const live: WatchState = { kind: 'live', asOf: asOf.toISOString() };
  const stale = {
    kind: 'stale',
    asOf: outageSince,
    since: outageSince,
    problem: {
      reason: 'unreachable',
      message: 'The connection timed out.',
      nextTryAt: new Date(asOf.getTime() + 25_000).toISOString(),
    },
  } as const satisfies WatchState;
  const dark = {
    kind: 'dark',
    since: outageSince,
    problem: {
      reason: 'forbidden',
      message:
        'The portal’s account may not list pods: the API server answered 403.',
    },
  } as const satisfies WatchState;

  const silence = sampleClusterFindings({
    cluster: 'prod-west',
    words: stale.problem.message,
    since: outageSince,
  })['cluster-reachable/unreachable'];
  const refusalOf = (
    values: Pick<AccessMessageValues, 'kinds' | 'words'>,
  ): ClusterFinding =>
    sampleClusterFindings({
      cluster: 'workshop',
      since: outageSince,
      ...values,
    })['kind-readable/forbidden'];
  const refusal = refusalOf({ kinds: ['Pod'], words: dark.problem.message });

  const payments = ['payments-api', 'payments-processor'].map(name =>
    aWorkload(name),
  );
  const gateway = aWorkload('payments-gateway');
  const far = ['payments-archive', 'payments-reports'].map(name => {
    const { ref } = aWorkload(name);
    return aWorkload(name, { ref: { ...ref, cluster: 'prod-west' } });
  });
  const lostGateway = aWorkload('payments-gateway', partly);

  const inventory = ['inventory-api', 'inventory-sync', 'inventory-web'].map(
    name => aWorkload(name, { namespace: 'inventory-team' }),
  );
  const migrator = aWorkload('inventory-db-migrator', {
    namespace: 'inventory-team',
    ...failing,
  });

  const storefront = Array.from({ length: 9 }, (_, index) =>
    aWorkload(`storefront-${index + 1}`),
  );
  const search = aWorkload('storefront-search', partly);
  const cart = aWorkload('storefront-cart', partly);
  const images = aWorkload('storefront-images', {
    health: 'failing',
    pods: { ready: 0, of: 2 },
  });

  return {
    met: aReport(asOf, { workloads: [...payments, gateway] }),
    progressing: aReport(asOf, {
      workloads: [
        aWorkload('payments-gateway', {
          health: 'progressing',
          pods: { ready: 2, of: 4 },
        }),
        ...payments,
      ],
      health: { verdict: 'progressing' },
    }),
    violated: aReport(asOf, {
      workloads: [lostGateway, ...payments],
      contract: { verdict: 'violated' },
      findings: [
        aTemplateFinding(lostGateway.ref, {
          is: 'payments-gateway',
          shouldBe: 'payments-platform',
          pods: 1,
        }),
      ],
    }),
    missing: aReport(asOf, {
      workloads: [lostGateway, ...payments],
      contract: { verdict: 'violated' },
      findings: [
        aTemplateFinding(lostGateway.ref, {
          shouldBe: 'payments-platform',
          pods: 2,
        }),
      ],
    }),
    failing: aReport(asOf, {
      name: 'inventory-system',
      owner: 'inventory-team',
      workloads: [migrator, ...inventory],
      health: { verdict: 'failing' },
      findings: [aCrashFinding(migrator.ref, 'migrator')],
    }),
    stillServing: aReport(asOf, {
      workloads: [
        aWorkload('payments-gateway', {
          health: 'failing',
          pods: { ready: 2, of: 3 },
        }),
      ],
      health: { verdict: 'failing' },
      findings: [aCrashFinding(gateway.ref, 'gateway')],
    }),
    rollout: aReport(asOf, {
      name: 'ticket-desk',
      owner: 'desk-team',
      workloads: [
        aWorkload('ticket-desk', {
          namespace: 'desk-team',
          health: 'failing',
          pods: { ready: 0, of: 2 },
        }),
      ],
      health: { verdict: 'failing' },
      findings: [sampleHealthFindings().rollout],
    }),
    newImage: aReport(asOf, {
      name: 'ticket-desk',
      owner: 'desk-team',
      workloads: [
        aWorkload('ticket-desk', {
          namespace: 'desk-team',
          health: 'failing',
          pods: { ready: 2, of: 3 },
        }),
      ],
      health: { verdict: 'failing' },
      findings: [sampleHealthFindings().newImage],
    }),
    several: aReport(asOf, {
      name: 'storefront-web',
      owner: 'storefront-team',
      workloads: [search, cart, images, ...storefront],
      contract: { verdict: 'violated' },
      health: { verdict: 'failing' },
      findings: [
        aTemplateFinding(search.ref, { shouldBe: 'storefront-web', pods: 2 }),
        aTemplateFinding(cart.ref, {
          is: 'storefront',
          shouldBe: 'storefront-web',
          pods: 1,
        }),
        aCrashFinding(images.ref, 'images'),
      ],
    }),
    many: aReport(asOf, {
      workloads: Array.from({ length: 40 }, (_, index) =>
        aWorkload(`payments-${index + 1}`, index < 5 ? partly : {}),
      ),
      contract: { verdict: 'violated' },
      findings: Array.from({ length: 5 }, (_, index) =>
        aTemplateFinding(aWorkload(`payments-${index + 1}`).ref, {
          is: 'payments-gateway',
          shouldBe: 'payments-platform',
          pods: 1,
        }),
      ),
    }),
    notDeployed: aReport(asOf, {
      name: 'order-tracker',
      owner: 'inventory-team',
      contract: { verdict: 'not-applicable', reason: 'not-deployed' },
      health: { verdict: 'not-applicable', reason: 'not-deployed' },
    }),
    noClaim: aReport(asOf, {
      claim: undefined,
      gates: sampleGatesWithoutClaim('payments-platform'),
      contract: { verdict: 'not-applicable', reason: 'no-claim' },
      health: { verdict: 'not-applicable', reason: 'no-claim' },
    }),
    ignored: aReport(asOf, {
      gates: [],
      contract: { verdict: 'not-applicable', reason: 'opted-out' },
      health: { verdict: 'not-applicable', reason: 'opted-out' },
    }),
    nothingRunning: aReport(asOf, {
      workloads: [
        aWorkload('payments-api', {
          health: 'nothing-running',
          pods: { ready: 0, of: 0 },
        }),
      ],
      health: { verdict: 'nothing-running' },
    }),
    syncing: aReport(asOf, {
      contract: { verdict: 'unknown', reason: 'syncing' },
      health: { verdict: 'unknown', reason: 'syncing' },
      clusters: [{ name: 'workshop', state: { kind: 'syncing' } }],
    }),
    unreachable: aReport(asOf, {
      workloads: [...payments, gateway, ...far],
      access: [silence],
      contract: { verdict: 'unknown', reason: 'cluster-not-read' },
      health: { verdict: 'unknown', reason: 'cluster-not-read' },
      clusters: [
        { name: 'workshop', state: live },
        { name: 'prod-west', state: stale },
      ],
    }),
    unreadable: aReport(asOf, {
      contract: { verdict: 'unknown', reason: 'cluster-not-read' },
      health: { verdict: 'unknown', reason: 'cluster-not-read' },
      access: [refusal],
      clusters: [{ name: 'workshop', state: dark }],
    }),
    metExcept: aReport(asOf, {
      workloads: [...payments, gateway],
      access: [silence],
      incomplete: [
        {
          cluster: 'prod-west',
          reason: stale.problem.message,
          since: outageSince,
        },
      ],
      clusters: [
        { name: 'workshop', state: live },
        { name: 'prod-west', state: stale },
      ],
    }),
    notes: aReport(asOf, {
      workloads: [...payments, gateway],
      findings: [
        sampleLabelFindings()['companions-labelled/missing'],
        sampleClaimFindings()['label-in-claimed-place/also-elsewhere'],
      ],
    }),
    scheduled: aReport(asOf, {
      workloads: [aWorkload('desk-report', aCronJob('healthy'))],
    }),
    failedRun: aReport(asOf, {
      name: 'ticket-desk',
      owner: 'desk-team',
      workloads: [aWorkload('desk-report', aCronJob('failing'))],
      health: { verdict: 'failing' },
      findings: [sampleHealthFindings().failedRun],
    }),
    removed: aReport(asOf, {
      contract: {
        verdict: 'not-applicable',
        reason: 'removed',
        since: outageSince,
      },
      health: {
        verdict: 'not-applicable',
        reason: 'removed',
        since: outageSince,
      },
    }),
    notDrawn: aReport(asOf, {
      workloads: [
        aWorkload('payments-migrate', {
          ref: {
            ...sampleWorkload('Job', 'payments-migrate'),
            cluster: 'workshop',
          },
          visibility: 'partly',
          hiddenBecause: 'not-drawn',
          pods: { ready: 0, of: 0 },
        }),
      ],
      contract: { verdict: 'not-applicable', reason: 'not-drawn' },
      health: { verdict: 'healthy' },
    }),
    hiddenKind: aReport(asOf, {
      workloads: [
        aWorkload('payments-ledger', {
          ref: {
            ...sampleWorkload('StatefulSet', 'payments-ledger'),
            cluster: 'workshop',
          },
          visibility: 'partly',
          hiddenBecause: 'not-asked-for',
          pods: { ready: 3, of: 3 },
        }),
        ...payments,
      ],
      findings: [sampleClaimFindings()['kind-asked-for/some-hidden']],
    }),
    drifted: aReport(asOf, {
      workloads: [lostGateway, ...payments],
      contract: { verdict: 'violated' },
      findings: [
        sampleLabelFindings()['label-matches-claim/value-is-workload-name'],
      ],
    }),
    livePartly: aReport(asOf, {
      workloads: [...payments, gateway],
      incomplete: [
        {
          cluster: 'workshop',
          reason: 'The portal’s account may not list cronjobs.',
          since: outageSince,
          kinds: ['CronJob'],
        },
      ],
      access: [
        {
          ...refusalOf({ kinds: ['CronJob'], words: 'It answered 403.' }),
          severity: 'warning',
          fixes: [
            {
              kind: 'grant-read',
              cluster: 'workshop',
              apiGroups: ['batch'],
              resources: ['cronjobs'],
              verbs: ['get', 'list', 'watch'],
            },
          ],
        },
      ],
    }),
    dependency: aReport(asOf, {
      name: 'ticket-desk',
      owner: 'desk-team',
      workloads: [
        aWorkload('ticket-desk', { namespace: 'desk-team', ...failing }),
      ],
      health: { verdict: 'failing' },
      findings: [sampleHealthFindings().missingService],
    }),
    logWithheld: withoutLogLines(
      aReport(asOf, {
        name: 'ticket-desk',
        owner: 'desk-team',
        workloads: [
          aWorkload('ticket-desk', { namespace: 'desk-team', ...failing }),
        ],
        health: { verdict: 'failing' },
        findings: [sampleHealthFindings().missingService],
      }),
    ),
    brokenClaim: aReport(asOf, {
      claim: { query: `${KUBERNETES_ID}=pay,orders`, id: 'pay,orders' },
      contract: { verdict: 'violated' },
      health: { verdict: 'not-applicable', reason: 'claim-broken' },
      findings: [sampleClaimFindings()['claim-value-valid/several']],
    }),
  };
}
