import {
  EntityReport,
  Finding,
  KUBERNETES_ID,
  WatchState,
  WorkloadRef,
  WorkloadReport,
} from '@portal-operations/plugin-label-contract-common';
import { sampleHealthFindings } from './sampleHealthFindings';
import { sampleGates, sampleGatesWithoutClaim } from './sampleGates';

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
  | 'brokenClaim';

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
    findings: [],
    gates,
    incomplete: [],
    clusters,
    ...rest,
  };
}

function aLabelFinding(
  subject: WorkloadRef,
  options: { is: string; shouldBe: string },
): Finding {
  const { is, shouldBe } = options;
  return {
    rule: 'label-matches-claim',
    severity: 'error',
    evidence: 'exact',
    subject,
    owner: 'ops',
    levels: [
      { level: 'pod-template', key: KUBERNETES_ID, is, shouldBe },
      { level: 'pods', key: KUBERNETES_ID, is, shouldBe },
    ],
    message: {
      id: is === subject.name ? 'value-is-workload-name' : 'value-differs',
      values: {
        workload: subject.name,
        key: KUBERNETES_ID,
        is,
        shouldBe,
        hiddenPods: 1,
      },
    },
    fixes: [
      {
        kind: 'set-label',
        workload: subject,
        levels: ['pod-template'],
        key: KUBERNETES_ID,
        value: shouldBe,
        replacesPods: 1,
      },
    ],
  };
}

function aMissingLabelFinding(subject: WorkloadRef, shouldBe: string): Finding {
  return {
    rule: 'label-on-pod-template',
    severity: 'error',
    evidence: 'exact',
    subject,
    owner: 'ops',
    levels: [
      { level: 'pod-template', key: KUBERNETES_ID, shouldBe },
      { level: 'pods', key: KUBERNETES_ID, shouldBe },
    ],
    message: {
      id: 'missing',
      values: {
        workload: subject.name,
        key: KUBERNETES_ID,
        shouldBe,
        hiddenPods: 2,
      },
    },
    fixes: [
      {
        kind: 'set-label',
        workload: subject,
        levels: ['pod-template'],
        key: KUBERNETES_ID,
        value: shouldBe,
        replacesPods: 2,
      },
    ],
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

function aRolloutFinding(subject: WorkloadRef): Finding {
  return {
    rule: 'rollout-finishes',
    severity: 'error',
    evidence: 'exact',
    subject,
    owner: 'team',
    levels: [],
    message: {
      id: 'deadline-exceeded',
      values: { workload: subject.name, ready: 0, of: 2 },
    },
    fixes: [{ kind: 'tell-owner' }],
  };
}

const partly = { visibility: 'partly' } as const;
const failing = { health: 'failing', pods: { ready: 0, of: 1 } } as const;

/**
 * One report for each thing that can be said, as of a moment. Component tests, and whoever wants to
 * see a state, take them from here.
 */
export function sampleReports(asOf: Date): Record<SampleName, EntityReport> {
  const outageSince = new Date(asOf.getTime() - 20 * 60_000).toISOString();
  const live: WatchState = { kind: 'live', asOf: asOf.toISOString() };
  const stale: WatchState = {
    kind: 'stale',
    asOf: outageSince,
    since: outageSince,
    problem: {
      reason: 'unreachable',
      message: 'The connection timed out.',
    },
  };
  const dark: WatchState = {
    kind: 'dark',
    since: outageSince,
    problem: {
      reason: 'forbidden',
      message:
        'The portal’s account may not list pods: the API server answered 403.',
    },
  };

  const payments = ['payments-api', 'payments-processor'].map(name =>
    aWorkload(name),
  );
  const gateway = aWorkload('payments-gateway');
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
        aLabelFinding(lostGateway.ref, {
          is: 'payments-gateway',
          shouldBe: 'payments-platform',
        }),
      ],
    }),
    missing: aReport(asOf, {
      workloads: [lostGateway, ...payments],
      contract: { verdict: 'violated' },
      findings: [aMissingLabelFinding(lostGateway.ref, 'payments-platform')],
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
      workloads: [
        aWorkload('payments-gateway', {
          health: 'failing',
          pods: { ready: 0, of: 2 },
        }),
      ],
      health: { verdict: 'failing' },
      findings: [aRolloutFinding(gateway.ref)],
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
        aMissingLabelFinding(search.ref, 'storefront-web'),
        aLabelFinding(cart.ref, {
          is: 'storefront',
          shouldBe: 'storefront-web',
        }),
        aCrashFinding(images.ref, 'images'),
      ],
    }),
    many: aReport(asOf, {
      workloads: Array.from({ length: 40 }, (_, index) =>
        aWorkload(`payments-${index + 1}`, index < 5 ? partly : {}),
      ),
      contract: { verdict: 'violated' },
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
      workloads: [...payments, gateway],
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
      clusters: [{ name: 'workshop', state: dark }],
    }),
    metExcept: aReport(asOf, {
      workloads: [...payments, gateway],
      clusters: [
        { name: 'workshop', state: live },
        { name: 'prod-west', state: stale },
      ],
    }),
    brokenClaim: aReport(asOf, {
      claim: { query: `${KUBERNETES_ID}=pay,orders`, id: 'pay,orders' },
      contract: { verdict: 'violated' },
      health: { verdict: 'not-applicable', reason: 'claim-broken' },
      findings: [
        {
          rule: 'claim-value-valid',
          severity: 'error',
          evidence: 'exact',
          subject: {
            kind: 'Entity',
            entityRef: 'component:default/payments-platform',
            name: 'payments-platform',
          },
          owner: 'catalog',
          levels: [],
          message: {
            id: 'several',
            values: { key: KUBERNETES_ID, value: 'pay,orders', problem: '' },
          },
          fixes: [
            {
              kind: 'edit-annotations',
              entityRef: 'component:default/payments-platform',
              set: {
                'backstage.io/kubernetes-label-selector': `${KUBERNETES_ID} in (pay, orders)`,
              },
              remove: [KUBERNETES_ID],
            },
          ],
        },
      ],
    }),
  };
}
