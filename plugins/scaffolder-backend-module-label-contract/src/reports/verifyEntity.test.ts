import {
  EntityReport,
  Finding,
} from '@portal-operations/plugin-label-contract-common';
import { reasonOf, verifyEntity } from './verifyEntity';

const entityRef = 'component:default/order-tracker';

const workload = (name: string, visibility: 'visible' | 'partly') => ({
  ref: {
    cluster: 'workshop',
    namespace: 'order-tracker',
    kind: 'Deployment' as const,
    name,
    uid: name,
  },
  visibility,
  levels: {
    object: { key: 'k', isWanted: true },
    podTemplate: { key: 'k', isWanted: true },
  },
  pods: { ready: 1, of: 1 },
  health: 'healthy' as const,
});

const report = (changes: object = {}) =>
  ({
    entityRef,
    contract: { verdict: 'met' },
    health: { verdict: 'healthy' },
    visible: { count: 1, partly: 0, of: 1 },
    pods: { ready: 1, of: 1 },
    workloads: [workload('order-tracker-api', 'visible')],
    findings: [],
    ...changes,
  } as unknown as EntityReport);

const quota = {
  rule: 'quota-suffices',
  severity: 'error',
  evidence: 'exact',
  owner: 'ops',
  subject: workload('order-tracker-api', 'visible').ref,
  levels: [],
  message: {
    id: 'quota-exceeded',
    values: { workload: 'order-tracker-api', words: 'exceeded quota: small' },
  },
  fixes: [],
} as unknown as Finding;

/** Runs over answers, a second apart, and keeps the last one. */
async function run(
  answers: (EntityReport | undefined)[],
  options: { isInCatalog?: boolean; minimumPods?: number } = {},
) {
  const log: string[] = [];
  let time = 0;
  let asked = 0;
  const verified = await verifyEntity({
    entityRef,
    expected: {
      workloads: ['order-tracker-api'],
      minimumPods: options.minimumPods ?? 1,
    },
    look: async () => answers[Math.min(asked++, answers.length - 1)],
    isInCatalog: async () => options.isInCatalog ?? true,
    waitSeconds: 10,
    log: line => log.push(line),
    now: () => time,
    sleep: async milliseconds => {
      time += milliseconds;
    },
  });
  return { verified, log, asked };
}

describe('verifyEntity', () => {
  it('waits until workload and pods are there, and tells each change once', async () => {
    const { verified, log } = await run([
      undefined,
      report({ contract: { verdict: 'not-applicable' }, workloads: [] }),
      report({ pods: { ready: 0, of: 1 } }),
      report({ pods: { ready: 0, of: 1 } }),
      report(),
    ]);

    expect(verified.kind).toBe('as-expected');
    expect(log).toEqual([
      'Waiting for the first report of component:default/order-tracker',
      'component:default/order-tracker: contract not-applicable, health healthy, 1 of 1 workload visible, 1 pod ready',
      'component:default/order-tracker: contract met, health healthy, 1 of 1 workload visible, 0 pods ready',
      'component:default/order-tracker: contract met, health healthy, 1 of 1 workload visible, 1 pod ready',
    ]);
  });

  it.each([
    [
      'a workload that is visible in part',
      { workloads: [workload('order-tracker-api', 'partly')] },
    ],
    [
      'a workload of another name',
      { workloads: [workload('other', 'visible')] },
    ],
    ['a broken contract', { contract: { verdict: 'violated' } }],
    ['too few pods', { pods: { ready: 0, of: 1 } }],
  ])('is not content with %s', async (_, changes) => {
    const { verified, asked } = await run([report(changes)]);
    expect(verified.kind).toBe('not-yet');
    expect(asked).toBe(11);
  });

  it('does not wait for an entity that the catalog does not have', async () => {
    const { verified, asked } = await run([undefined], { isInCatalog: false });
    expect(verified.kind).toBe('unknown-entity');
    expect(asked).toBe(1);
  });
});

describe('reasonOf', () => {
  const expected = { workloads: ['order-tracker-api'], minimumPods: 2 };

  it('is the finding, with the words of Kubernetes and who acts', () => {
    expect(reasonOf(report({ findings: [quota, quota] }), expected)).toBe(
      'The quota of the namespace has room for the pods. Not so: Deployment order-tracker-api in namespace order-tracker on workshop, ' +
        'exceeded quota: small (quota-suffices, for ops). Further findings: 1.',
    );
  });

  it('is what is missing, where there is no finding', () => {
    expect(reasonOf(report({ workloads: [] }), expected)).toBe(
      'Not visible: order-tracker-api.',
    );
    expect(reasonOf(report(), expected)).toBe(
      'Ready pods: 1; expected: at least 2.',
    );
  });
});
