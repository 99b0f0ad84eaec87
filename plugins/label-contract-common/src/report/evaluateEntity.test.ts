import {
  LABEL_CONTRACT,
  KUBERNETES_CLUSTER,
  KUBERNETES_NAMESPACE,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
} from '../annotations';
import { createCatalogView } from '../claim/CatalogView';
import { Facts, WatchState } from '../facts/Facts';
import { DEFAULT_KUBERNETES_TAB_SETTINGS } from '../gates/KubernetesTabSettings';
import { anEntity } from '../testUtils/anEntity';
import {
  aCluster,
  aDeployment,
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
  someFacts,
} from '../testUtils/someFacts';
import { evaluateEntity } from './evaluateEntity';

const now = new Date('2026-01-01T10:00:00Z');
const payments = anEntity('payments-platform');

const dark: WatchState = {
  kind: 'dark',
  since: '2026-01-01T09:31:00Z',
  problem: { reason: 'unreachable', message: 'Connection timed out.' },
};

function evaluate(
  facts: Facts[],
  options: {
    clusters?: ReturnType<typeof aCluster>[];
    entity?: ReturnType<typeof anEntity>;
  } = {},
) {
  const { clusters, entity = payments } = options;
  return evaluateEntity({ entity, facts: someFacts({ facts, clusters }), now });
}

/** The workshop's Ticket 1 after its patch, as a Kubernetes 1.36 API server has it. */
function gatewayAfterThePatch(): Facts[] {
  const gateway = aDeployment({
    name: 'payments-gateway',
    labels: labelled('payments-platform'),
    templateLabels: labelled('payments-gateway'),
  });
  const before = aReplicaSet(gateway, {
    revision: 1,
    desiredReplicas: 0,
    templateLabels: labelled('payments-platform'),
  });
  const after = aReplicaSet(gateway, { revision: 2 });
  return [gateway, before, after, aPod(after)];
}

const twoHealthyNeighbours = [
  ...aHealthyWorkload('payments-api', 'payments-platform'),
  ...aHealthyWorkload('payments-processor', 'payments-platform'),
];

describe('evaluateEntity', () => {
  it('says met and healthy when every level of every workload matches', () => {
    const report = evaluate(twoHealthyNeighbours);

    expect(report).toMatchObject({
      entityRef: 'component:default/payments-platform',
      entityOwner: 'group:default/payments-team',
      contract: { verdict: 'met' },
      health: { verdict: 'healthy' },
      visible: { count: 2, partly: 0, of: 2 },
      pods: { ready: 2, of: 2 },
      findings: [],
      incomplete: [],
    });
  });

  it('says in Ticket 1 that the gateway is partly visible, why, and how to fix it', () => {
    const report = evaluate([
      ...twoHealthyNeighbours,
      ...gatewayAfterThePatch(),
    ]);

    expect(report).toMatchObject({
      contract: { verdict: 'violated' },
      health: { verdict: 'healthy' },
      visible: { count: 2, partly: 1, of: 3 },
      pods: { ready: 3, of: 3 },
    });
    expect(report.workloads[0]).toMatchObject({
      ref: { name: 'payments-gateway' },
      visibility: 'partly',
      levels: {
        object: { value: 'payments-platform', matches: true },
        podTemplate: { value: 'payments-gateway', matches: false },
        pods: { matching: 0, of: 1, otherValues: ['payments-gateway'] },
      },
    });
    expect(report.findings).toEqual([
      expect.objectContaining({
        rule: 'label-matches-claim',
        severity: 'error',
        evidence: 'exact',
        owner: 'ops',
        levels: [
          {
            level: 'pod-template',
            key: 'backstage.io/kubernetes-id',
            is: 'payments-gateway',
            shouldBe: 'payments-platform',
          },
          {
            level: 'pods',
            key: 'backstage.io/kubernetes-id',
            is: 'payments-gateway',
            shouldBe: 'payments-platform',
          },
        ],
        message: {
          id: 'value-is-workload-name',
          values: expect.objectContaining({
            workload: 'payments-gateway',
            is: 'payments-gateway',
            hiddenPods: 1,
          }),
        },
        fixes: [
          expect.objectContaining({
            kind: 'set-label',
            levels: ['pod-template'],
            value: 'payments-platform',
            replacesPods: 1,
          }),
        ],
      }),
    ]);
  });

  it('never counts a workload of which only an old revision matches', () => {
    const other = aDeployment({
      name: 'payments-gateway',
      labels: labelled('gateway'),
      templateLabels: labelled('gateway'),
    });
    const report = evaluate([
      other,
      aReplicaSet(other, {
        revision: 1,
        desiredReplicas: 0,
        templateLabels: labelled('payments-platform'),
      }),
      aReplicaSet(other, { revision: 2 }),
    ]);

    expect(report.visible.of).toBe(0);
    expect(report.findings).toEqual([]);
  });

  it('counts only the newest revision while a rollout progresses', () => {
    const api = aDeployment({
      name: 'payments-api',
      labels: labelled('payments-platform'),
      templateLabels: labelled('payments-platform'),
      replicas: 2,
    });
    const before = aReplicaSet(api, {
      revision: 1,
      templateLabels: labelled('old-name'),
    });
    const after = aReplicaSet(api, { revision: 2 });
    const report = evaluate([api, before, aPod(before), after, aPod(after)]);

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.health).toEqual({ verdict: 'progressing' });
    expect(report.workloads[0].levels.pods).toEqual({
      matching: 1,
      of: 1,
      otherValues: [],
    });
  });

  it('ignores pods that are being deleted', () => {
    const [deployment, replicaSet, pod] = aHealthyWorkload(
      'payments-api',
      'payments-platform',
    );
    const leaving = { ...pod, uid: 'leaving', labels: {}, isDeleting: true };
    const report = evaluate([deployment, replicaSet, pod, leaving as Facts]);

    expect(report.visible).toEqual({ count: 1, partly: 0, of: 1 });
  });

  it.each([
    ['label-on-pod-template', 'payments-platform', undefined, ['pod-template']],
    ['label-on-object', undefined, 'payments-platform', ['object']],
    ['label-matches-claim', 'wrong', 'payments-platform', ['object']],
  ] as const)(
    'finds %s where the object carries %s and the template %s',
    (rule, onObject, onTemplate, levels) => {
      const report = evaluate(
        aHealthyWorkload('payments-api', '', {
          labels: labelled(onObject),
          templateLabels: labelled(onTemplate),
        }),
      );

      expect(report.contract).toEqual({ verdict: 'violated' });
      expect(report.findings).toHaveLength(1);
      expect(report.findings[0]).toMatchObject({ rule, fixes: [{ levels }] });
    },
  );

  it('is healed by its own fix', () => {
    const [gateway] = gatewayAfterThePatch();
    const report = evaluate([
      ...twoHealthyNeighbours,
      ...gatewayAfterThePatch(),
    ]);
    const [fix] = report.findings[0].fixes;
    if (fix.kind !== 'set-label' || gateway.kind !== 'Deployment') {
      throw new Error('the fix of Ticket 1 sets a label');
    }

    const healed = { ...gateway, templateLabels: { [fix.key]: fix.value } };
    const replicaSet = aReplicaSet(healed, { revision: 3 });
    const after = evaluate([
      ...twoHealthyNeighbours,
      healed,
      replicaSet,
      aPod(replicaSet),
    ]);

    expect(after.contract).toEqual({ verdict: 'met' });
    expect(after.visible).toEqual({ count: 3, partly: 0, of: 3 });
  });

  it('says failing, and leaves the contract met, when a container crashes', () => {
    const migrator = aDeployment({
      name: 'inventory-db-migrator',
      labels: labelled('payments-platform'),
      templateLabels: labelled('payments-platform'),
      readyReplicas: 0,
    });
    const replicaSet = aReplicaSet(migrator);
    const report = evaluate([
      ...twoHealthyNeighbours,
      migrator,
      replicaSet,
      aPod(replicaSet, {
        isReady: false,
        containers: [
          {
            name: 'migrate',
            isReady: false,
            restartCount: 14,
            waitingReason: 'CrashLoopBackOff',
            lastTermination: { exitCode: 1, reason: 'Error' },
          },
        ],
      }),
    ]);

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.health).toEqual({ verdict: 'failing' });
    expect(report.pods).toEqual({ ready: 2, of: 3 });
    expect(report.findings).toMatchObject([
      {
        rule: 'container-keeps-running',
        owner: 'team',
        message: {
          values: { container: 'migrate', restarts: 14, exitCode: 1 },
        },
      },
    ]);
  });

  it.each([
    ['9 minutes ago: still failing', '2026-01-01T09:51:00Z', 'failing'],
    ['11 minutes ago: recovered', '2026-01-01T09:49:00Z', 'healthy'],
  ])('judges a container that crashed %s', (_, finishedAt, verdict) => {
    const [deployment, replicaSet, pod] = aHealthyWorkload(
      'payments-api',
      'payments-platform',
    );
    const restarted: Facts = {
      ...pod,
      containers: [
        {
          name: 'main',
          isReady: true,
          restartCount: 1,
          lastTermination: { exitCode: 137, reason: 'Error', finishedAt },
        },
      ],
    } as Facts;

    expect(evaluate([deployment, replicaSet, restarted]).health).toEqual({
      verdict,
    });
  });

  it('names a rollout that gave up', () => {
    const report = evaluate(
      aHealthyWorkload('payments-api', 'payments-platform', {
        readyReplicas: 0,
        progressFailure: 'ProgressDeadlineExceeded',
      }),
    );

    expect(report.health).toEqual({ verdict: 'failing' });
    expect(report.findings).toMatchObject([{ rule: 'rollout-finishes' }]);
  });

  it('says nothing-running only when all are scaled to zero', () => {
    const asleep = aHealthyWorkload('payments-api', 'payments-platform', {
      desiredReplicas: 0,
    }).slice(0, 2);

    expect(evaluate(asleep).health).toEqual({ verdict: 'nothing-running' });
    expect(evaluate([...asleep, ...twoHealthyNeighbours]).health).toEqual({
      verdict: 'healthy',
    });
  });

  it('does not alarm for a service that is not deployed', () => {
    const report = evaluate([]);

    const notDeployed = { verdict: 'not-applicable', reason: 'not-deployed' };
    expect(report.contract).toEqual(notDeployed);
    expect(report.health).toEqual(notDeployed);
  });

  it('checks nothing of an entity that opted out, and never calls it met', () => {
    const entity = anEntity('payments-platform', {
      [KUBERNETES_ID]: 'payments-platform',
      [LABEL_CONTRACT]: 'ignore',
    });
    const report = evaluate(gatewayAfterThePatch(), { entity });

    const optedOut = { verdict: 'not-applicable', reason: 'opted-out' };
    expect(report.contract).toEqual(optedOut);
    expect(report.health).toEqual(optedOut);
    expect(report.findings).toEqual([]);
  });

  it('leaves out a workload that opted out', () => {
    const [deployment, ...others] = gatewayAfterThePatch();
    const report = evaluate([
      { ...deployment, isOptedOut: true } as Facts,
      ...others,
      ...twoHealthyNeighbours,
    ]);

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.visible.of).toBe(2);
  });

  it('asks only the claimed namespace', () => {
    const entity = anEntity('payments-platform', {
      [KUBERNETES_ID]: 'payments-platform',
      [KUBERNETES_NAMESPACE]: 'payments-team',
    });
    const report = evaluate(
      [
        ...twoHealthyNeighbours,
        ...aHealthyWorkload('payments-staging', 'payments-platform', {
          namespace: 'payments-staging',
        }),
      ],
      { entity },
    );

    expect(report.visible.of).toBe(2);
  });

  describe('with a claim by selector', () => {
    const entity = anEntity('payments-platform', {
      [KUBERNETES_LABEL_SELECTOR]: 'app in (pay, payments),tier!=test',
    });
    const pay = { app: 'pay' };

    it('matches what the API server would find', () => {
      const report = evaluate(
        [
          ...aHealthyWorkload('a', '', { labels: pay, templateLabels: pay }),
          ...aHealthyWorkload('b', '', {
            labels: { ...pay, tier: 'test' },
            templateLabels: { ...pay, tier: 'test' },
          }),
        ],
        { entity },
      );

      expect(report.contract).toEqual({ verdict: 'met' });
      expect(report.workloads.map(({ ref }) => ref.name)).toEqual(['a']);
    });

    it('sets the one label that is wrong, to the first value that is asked for', () => {
      const report = evaluate(
        aHealthyWorkload('a', '', { labels: pay, templateLabels: {} }),
        { entity },
      );

      expect(report.findings).toMatchObject([
        {
          rule: 'label-on-pod-template',
          levels: [
            { level: 'pod-template', key: 'app', shouldBe: 'pay' },
            { level: 'pods', key: 'app', shouldBe: 'pay' },
          ],
          fixes: [
            {
              kind: 'set-label',
              levels: ['pod-template'],
              key: 'app',
              value: 'pay',
            },
          ],
        },
      ]);
    });

    it('offers no fix where setting a label would not be enough', () => {
      const report = evaluate(
        aHealthyWorkload('a', '', {
          labels: pay,
          templateLabels: { tier: 'test' },
        }),
        { entity },
      );

      expect(report.contract).toEqual({ verdict: 'violated' });
      expect(report.findings[0].fixes).toEqual([]);
    });
  });

  it('takes a broken claim to match nothing, and says so once', () => {
    const entity = anEntity('payments-platform', {
      [KUBERNETES_LABEL_SELECTOR]: ' ',
    });
    const report = evaluate(twoHealthyNeighbours, { entity });

    expect(report.contract).toEqual({ verdict: 'violated' });
    expect(report.health).toEqual({
      verdict: 'not-applicable',
      reason: 'claim-broken',
    });
    expect(report.visible.of).toBe(0);
    expect(report.findings.map(({ rule }) => rule)).toEqual([
      'claim-selector-narrow',
    ]);
  });

  it('puts what is wrong with the claim before what follows from it', () => {
    const entity = anEntity('payments-platform', {
      [KUBERNETES_ID]: 'payments-platform',
      [KUBERNETES_LABEL_SELECTOR]: 'app=pay',
    });
    const crashing = aHealthyWorkload('payments-batch', '', {
      labels: { app: 'pay' },
      templateLabels: { app: 'pay' },
      progressFailure: 'ProgressDeadlineExceeded',
    });
    const report = evaluate([...twoHealthyNeighbours, ...crashing], { entity });

    expect(report.findings.map(({ rule }) => rule)).toEqual([
      'claim-not-shadowed',
      'rollout-finishes',
    ]);
  });

  describe('with a cluster that does not answer', () => {
    const clusters = [aCluster('prod-east'), aCluster('prod-west', dark)];

    it('keeps its verdict where the other clusters have the workloads', () => {
      const report = evaluate(twoHealthyNeighbours, { clusters });

      expect(report.contract).toEqual({ verdict: 'met' });
      expect(report.incomplete).toEqual([
        {
          cluster: 'prod-west',
          reason: 'Connection timed out.',
          since: '2026-01-01T09:31:00Z',
        },
      ]);
    });

    it('is unknown where nothing is matched elsewhere', () => {
      const unknown = { verdict: 'unknown', reason: 'cluster-not-read' };
      const report = evaluate([], { clusters });

      expect(report.contract).toEqual(unknown);
      expect(report.health).toEqual(unknown);
    });

    it('is unknown where that cluster had workloads of the entity', () => {
      const stale: WatchState = {
        ...dark,
        kind: 'stale',
        asOf: '2026-01-01T09:30:00Z',
      };
      const report = evaluate(
        [
          ...twoHealthyNeighbours,
          ...aHealthyWorkload('payments-west', 'payments-platform', {
            cluster: 'prod-west',
          }),
        ],
        { clusters: [aCluster('prod-east'), aCluster('prod-west', stale)] },
      );

      expect(report.contract.verdict).toBe('unknown');
      expect(report.visible).toEqual({ count: 3, partly: 0, of: 3 });
    });

    it('still reports a violation that is seen', () => {
      const report = evaluate(gatewayAfterThePatch(), { clusters });

      expect(report.contract).toEqual({ verdict: 'violated' });
    });
  });

  it('is unknown, not empty, before the first sync', () => {
    const report = evaluate([], {
      clusters: [aCluster('prod-east', { kind: 'syncing' })],
    });

    expect(report.contract).toEqual({ verdict: 'unknown', reason: 'syncing' });
    expect(report.incomplete).toEqual([]);
  });

  it('takes the worst watch of a cluster for its state', () => {
    const report = evaluate([], {
      clusters: [aCluster('prod-east', undefined, { Pod: dark })],
    });

    expect(report.clusters[0].state).toEqual(dark);
  });

  it('loses nothing to a kind that a cluster does not serve', () => {
    const notServed: WatchState = {
      ...dark,
      problem: { reason: 'not-served', message: 'Not served.' },
    };
    const report = evaluate(twoHealthyNeighbours, {
      clusters: [aCluster('prod-east', undefined, { ReplicaSet: notServed })],
    });

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.incomplete).toEqual([]);
  });

  it('puts the workload with more hidden pods first', () => {
    const report = evaluate([
      ...aHealthyWorkload('a-small', '', {
        labels: labelled('payments-platform'),
        templateLabels: {},
      }),
      ...gatewayAfterThePatch(),
      ...(() => {
        const big = aDeployment({
          name: 'z-big',
          labels: labelled('payments-platform'),
          templateLabels: {},
          desiredReplicas: 2,
        });
        const set = aReplicaSet(big);
        return [big, set, aPod(set), aPod(set, { name: 'z-big-b' })];
      })(),
    ]);

    expect(report.findings.map(({ subject }) => subject.name)).toEqual([
      'z-big',
      'payments-gateway',
      'a-small',
    ]);
  });

  describe('on the way to the tab', () => {
    const statesOf = ({ gates }: ReturnType<typeof evaluate>) =>
      gates.map(({ gate, state }) => `${gate} ${state}`);

    it('finds all four gates open for what is drawn', () => {
      expect(statesOf(evaluate(twoHealthyNeighbours))).toEqual([
        'tab open',
        'cluster open',
        'query open',
        'view open',
      ]);
    });

    it('loses the pods of Ticket 1 at the last gate', () => {
      const report = evaluate([
        ...twoHealthyNeighbours,
        ...gatewayAfterThePatch(),
      ]);

      expect(statesOf(report)).toEqual([
        'tab open',
        'cluster open',
        'query open',
        'view partly',
      ]);
      expect(report.gates[3].holdsBack).toEqual(['payments-gateway']);
    });

    it('holds back at the last gate what should match and does not', () => {
      const gateway = aDeployment({
        name: 'payments-gateway',
        labels: labelled('payments_platform'),
        templateLabels: labelled('payments_platform'),
      });
      const report = evaluateEntity({
        entity: payments,
        facts: someFacts({ facts: [...twoHealthyNeighbours, gateway] }),
        catalog: createCatalogView([payments]),
        now,
      });

      expect(report.nearMisses).toHaveLength(1);
      expect(report.gates[3]).toMatchObject({
        state: 'partly',
        reason: { values: { rows: 2, ofRows: 3 } },
        holdsBack: ['payments-gateway'],
      });
    });

    it('says why an entity without a claim has no tab', () => {
      const entity = anEntity('payments-platform', {});
      const report = evaluate(twoHealthyNeighbours, { entity });

      expect(statesOf(report)).toEqual([
        'tab closed',
        'cluster open',
        'query unknown',
        'view unknown',
      ]);
    });

    it('says nothing of an entity that opted out', () => {
      const entity = anEntity('payments-platform', {
        [KUBERNETES_ID]: 'payments-platform',
        [LABEL_CONTRACT]: 'ignore',
      });

      expect(evaluate(twoHealthyNeighbours, { entity }).gates).toEqual([]);
    });

    it('finds the gate of the query closed for a claim that is refused', () => {
      const entity = anEntity('payments-platform', {
        [KUBERNETES_ID]: 'team/payments',
      });

      expect(statesOf(evaluate(twoHealthyNeighbours, { entity }))).toEqual([
        'tab open',
        'cluster open',
        'query closed',
        'view unknown',
      ]);
    });
  });

  describe('where the annotation chooses the cluster', () => {
    const clusters = [aCluster('prod-east'), aCluster('prod-west', dark)];
    const onBoth = [
      ...twoHealthyNeighbours,
      ...aHealthyWorkload('payments-west', 'payments-platform', {
        cluster: 'prod-west',
      }),
    ];
    const evaluateOn = (cluster: string, facts = onBoth) =>
      evaluateEntity({
        entity: anEntity('payments-platform', {
          [KUBERNETES_ID]: 'payments-platform',
          [KUBERNETES_CLUSTER]: cluster,
        }),
        facts: someFacts({ facts, clusters }),
        now,
        settings: {
          ...DEFAULT_KUBERNETES_TAB_SETTINGS,
          serviceLocator: 'singleTenant',
        },
      });

    it('matches what is there, and misses no other cluster', () => {
      const report = evaluateOn('prod-east');

      expect(report.contract).toEqual({ verdict: 'met' });
      expect(report.visible.of).toBe(2);
      expect(report.incomplete).toEqual([]);
      expect(report.clusters.map(({ name }) => name)).toEqual([
        'prod-east',
        'prod-west',
      ]);
    });

    it('is violated, and not undeployed, where there is no such cluster', () => {
      const report = evaluateOn('Prod-East');

      expect(report.visible.of).toBe(0);
      expect(report.contract).toEqual({ verdict: 'violated' });
      expect(report.health).toEqual({
        verdict: 'not-applicable',
        reason: 'claim-broken',
      });
      expect(report.findings).toMatchObject([
        {
          rule: 'claim-in-existing-place',
          fixes: [{ set: { [KUBERNETES_CLUSTER]: 'prod-east' } }],
        },
      ]);
      expect(report.gates[1]).toMatchObject({
        state: 'closed',
        reason: { id: 'annotation-names-none' },
      });
    });

    it('is unknown where there is no such cluster, and another cannot be read', () => {
      const report = evaluateOn('Prod-East', []);

      expect(report.findings).toEqual([]);
      expect(report.contract).toEqual({
        verdict: 'unknown',
        reason: 'cluster-not-read',
      });
    });
  });
});
