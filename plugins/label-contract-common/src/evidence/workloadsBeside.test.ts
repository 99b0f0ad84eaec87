import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ID, KUBERNETES_NAMESPACE } from '../annotations';
import { Facts } from '../facts/Facts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { aHistory } from '../testUtils/aHistory';
import { anEntity } from '../testUtils/anEntity';
import { reportOn } from '../testUtils/reportOn';
import {
  aCluster,
  aDeployment,
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
} from '../testUtils/someFacts';
import { aNamespace } from '../testUtils/surroundings';
import {
  aControllerRevision,
  aCronJob,
  aDaemonSet,
  aDeploymentConfig,
  aJob,
  aRollout,
  aStatefulSet,
} from '../testUtils/workloads';

const right = labelled('payments-platform');
const api = aHealthyWorkload('payments-api', 'payments-platform');
const argoCd = (ref: string) => ({ tool: 'argo-cd', ref } as const);
const helm = (ref: string) => ({ tool: 'helm', ref } as const);

/** Both levels of a workload with one value. */
function both(value: string | undefined) {
  return { labels: labelled(value), templateLabels: labelled(value) };
}

/** Who is a near miss, how sure that is, and by which signs. */
function nearMisses(...args: Parameters<typeof reportOn>) {
  return reportOn(...args).nearMisses.map(({ ref, evidence, signs }) => [
    `${ref.kind}/${ref.name}`,
    evidence,
    signs.map(({ id }) => id),
  ]);
}

describe('hints', () => {
  const hints = (...args: Parameters<typeof reportOn>) =>
    reportOn(...args).hints.map(({ ref, signs }) => [
      ref.name,
      signs.map(({ id }) => id),
    ]);
  const instance = { 'app.kubernetes.io/instance': 'pay' };

  it('are unlabelled workloads with a name, a release or an app in common, and no alarm', () => {
    const facts = [
      ...aHealthyWorkload('payments-api', 'payments-platform', {
        labels: { ...right, ...instance },
      }),
      aDeployment({ name: 'payments-db' }),
      aDeployment({ name: 'queue', labels: instance }),
      aDeployment({ name: 'cache', labels: { app: 'payments-platform' } }),
      aDeployment({ name: 'neighbour' }),
    ];
    expect(hints(facts)).toEqual([
      ['cache', ['app-label', 'same-namespace']],
      ['payments-db', ['same-prefix', 'same-namespace']],
      ['queue', ['same-release', 'same-namespace']],
    ]);
    const report = reportOn(facts);
    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.visible).toMatchObject({ of: 1 });
    expect(report.nearMisses).toEqual([]);
    expect(report.findings).toEqual([]);
  });

  it('are none of what says where it belongs, is a twin, or was left out by choice', () => {
    expect(
      hints([
        ...api,
        aDeployment({ name: 'payments-worker', ...both('somewhere-else') }),
        aDeployment({ name: 'payments-platform-staging' }),
        aDeployment({ name: 'payments-debug', isOptedOut: true }),
      ]),
    ).toEqual([]);
  });

  it('are ten at the most, in the order of their places', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      aDeployment({ name: `payments-${'abcdefghijklm'[11 - index]}` }),
    );
    const names = hints([...api, ...many]).map(([name]) => name);
    expect(names).toHaveLength(10);
    expect(names[0]).toBe('payments-a');
  });
});

describe('near misses are certain', () => {
  it.each<WorkloadFacts>([
    aStatefulSet({ name: 'x', ...both('Payments_Platform') }),
    aDaemonSet({ name: 'x', ...both('Payments_Platform') }),
    aRollout({ name: 'x', ...both('Payments_Platform') }),
    aDeploymentConfig({ name: 'x', ...both('Payments_Platform') }),
    aCronJob({ name: 'x', ...both('Payments_Platform') }),
    aJob({ name: 'x', ...both('Payments_Platform') }),
  ])('whatever kind of workload they are: $kind', workload => {
    const report = reportOn([...api, workload]);

    expect(report.nearMisses).toMatchObject([
      { ref: { kind: workload.kind }, evidence: 'exact' },
    ]);
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        rule: 'label-matches-claim',
        subject: expect.objectContaining({ kind: workload.kind }),
      }),
    );
  });

  it('where another pod stands alone, which is its own template', () => {
    const pod = aPod(aStatefulSet({ name: 'x' }), {
      name: 'payments-shell',
      controllerUid: undefined,
      controllerKind: undefined,
      labels: labelled('Payments_Platform'),
    });

    expect(reportOn([...api, pod]).findings).toContainEqual(
      expect.objectContaining({
        rule: 'label-matches-claim',
        levels: [expect.objectContaining({ level: 'object' })],
      }),
    );
  });

  it('by an earlier revision of a StatefulSet', () => {
    const set = aStatefulSet({ name: 'payments-ledger', ...both(undefined) });
    const before = aControllerRevision(set, { labels: right });

    expect(nearMisses([...api, set, before])).toEqual([
      ['StatefulSet/payments-ledger', 'exact', ['earlier-revision-matched']],
    ]);
  });

  it('by an earlier Job of a CronJob', () => {
    const cronJob = aCronJob({ name: 'payments-report', ...both(undefined) });
    const before = aJob(
      { name: 'payments-report-1', templateLabels: right, completedAt: 'then' },
      cronJob,
    );

    expect(nearMisses([...api, cronJob, before])).toEqual([
      ['CronJob/payments-report', 'exact', ['earlier-revision-matched']],
    ]);
  });

  it('by a value that the claim had before', () => {
    const history = aHistory({
      claims: {
        'component:default/payments-platform': [
          { query: `${KUBERNETES_ID}=pay`, id: 'pay', until: 'then' },
        ],
      },
    });
    const gateway = aDeployment({
      name: 'gateway',
      namespace: 'edge',
      ...both('pay'),
    });

    expect(nearMisses([...api, gateway], { history })).toEqual([
      ['Deployment/gateway', 'exact', ['claim-had-it-before']],
    ]);
    expect(
      nearMisses([...api, gateway], {
        history,
        others: [
          anEntity('checkout', {
            [KUBERNETES_ID]: 'pay',
            [KUBERNETES_NAMESPACE]: 'checkout',
          }),
        ],
      }),
    ).toEqual([]);
  });

  it('by another spelling, in whatever namespace', () => {
    const dark = aDeployment({
      name: 'gateway',
      namespace: 'edge',
      ...both('PaymentsPlatform'),
    });

    expect(nearMisses([dark])).toEqual([
      ['Deployment/gateway', 'exact', ['same-but-spelling']],
    ]);
  });

  it('where one level means it, though another belongs to somebody else', () => {
    const gateway = aDeployment({
      name: 'gateway',
      labels: labelled('orders'),
      templateMarks: { annotations: right },
    });

    expect(
      nearMisses([...api, gateway], { others: [anEntity('orders')] }),
    ).toEqual([['Deployment/gateway', 'exact', ['is-an-annotation']]]);
  });

  it('by the best of the values that their levels carry', () => {
    const gateway = aDeployment({
      name: 'payments-gateway',
      labels: labelled('Payments_Platform'),
      templateLabels: labelled('paymens-platform'),
    });

    expect(nearMisses([...api, gateway])).toMatchObject([
      ['Deployment/payments-gateway', 'exact', ['same-but-spelling']],
    ]);
  });
});

describe('near misses are likely', () => {
  it('with a typo, where they are named as the entity', () => {
    const workload = aDeployment({
      name: 'payments-platform',
      // A namespace that says nothing: it is found by its recommended label.
      namespace: 'edge',
      labels: {
        ...labelled('paymens-platform'),
        'app.kubernetes.io/name': 'payments-platform',
      },
      templateLabels: labelled('paymens-platform'),
    });

    expect(nearMisses([...api, workload])).toEqual([
      [
        'Deployment/payments-platform',
        'strong',
        [
          'nearly-the-same',
          'workload-named-so',
          'recommended-label',
          'nobody-claims-it',
        ],
      ],
    ]);
  });

  const entity = anEntity('payments-platform', {
    [KUBERNETES_ID]: 'payments-platform',
    'argocd/app-name': 'shop',
  });

  it('where the entity names the application that brings them, though no level has a label', () => {
    const report = reportOn(
      [
        aDeployment({
          name: 'gateway',
          namespace: 'payments-platform',
          manager: argoCd('argocd_shop'),
        }),
      ],
      { entity },
    );

    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'label-present', severity: 'warning' }),
    );
  });

  it('with the name of an environment, where one application brings both', () => {
    const together = { manager: argoCd('shop') };
    const facts = [
      ...aHealthyWorkload('payments-api', 'payments-platform', together),
      aDeployment({
        name: 'gateway',
        ...both('payments-platform-prod'),
        ...together,
      }),
    ];

    expect(nearMisses(facts)).toEqual([
      [
        'Deployment/gateway',
        'strong',
        ['nearly-the-same', 'same-application', 'nobody-claims-it'],
      ],
    ]);
  });
});

describe('no near miss is', () => {
  const hidden = both('Payments_Platform');
  const partOf = {
    'app.kubernetes.io/part-of': 'payments-platform',
    'app.kubernetes.io/name': 'postgresql',
  };

  it.each<[string, Facts[], Entity[]?]>([
    [
      'a twin by environment that another application brings',
      [
        ...aHealthyWorkload('payments-api', 'payments-platform', {
          manager: argoCd('shop'),
        }),
        aDeployment({
          name: 'gateway',
          ...both('payments-platform-staging'),
          manager: argoCd('shop-staging'),
        }),
      ],
    ],
    [
      "the database of a matched workload's release",
      [
        ...aHealthyWorkload('payments-api', 'payments-platform', {
          manager: helm('payments-team/payments'),
        }),
        aStatefulSet({
          name: 'payments-db',
          labels: partOf,
          manager: helm('payments-team/payments'),
        }),
      ],
    ],
    [
      'a database that shares the instance of a matched workload',
      [
        ...aHealthyWorkload('payments-api', '', {
          labels: { ...right, 'app.kubernetes.io/instance': 'payments' },
          templateLabels: right,
        }),
        aStatefulSet({
          name: 'payments-db',
          labels: { ...partOf, 'app.kubernetes.io/instance': 'payments' },
        }),
      ],
    ],
    [
      'an unlabelled neighbour of the same application',
      [
        ...aHealthyWorkload('payments-api', 'payments-platform', {
          manager: argoCd('shop'),
        }),
        aDeployment({ name: 'payments-db', manager: argoCd('shop') }),
      ],
    ],
    [
      'what somebody claims in another namespace',
      [...api, aDeployment({ name: 'gateway', ...both('payments-platforms') })],
      [
        anEntity('other', {
          [KUBERNETES_ID]: 'payments-platforms',
          [KUBERNETES_NAMESPACE]: 'elsewhere',
        }),
      ],
    ],
    [
      'a spelling that two entities fit equally',
      [...api, aDeployment({ name: 'gateway', ...hidden })],
      [anEntity('payments.platform')],
    ],
    [
      'a hook of a release',
      [...api, aJob({ name: 'migrate', isHook: true, ...hidden })],
    ],
    [
      'in a namespace that is being deleted',
      [
        aNamespace({ name: 'payments-team', isTerminating: true }),
        ...api,
        aDeployment({ name: 'gateway', ...hidden }),
      ],
    ],
    [
      'made by something that is not watched',
      [
        ...api,
        aJob({ name: 'scan', controllerUid: 'workflow', ...hidden }),
        aPod(aStatefulSet({ name: 'x' }), {
          controllerUid: 'runner',
          controllerKind: 'EphemeralRunner',
          labels: labelled('Payments_Platform'),
        }),
        aReplicaSet(aDeployment({ name: 'not-read-yet' }), hidden),
      ],
    ],
    [
      'a pod that is gone in a moment',
      [
        ...api,
        aPod(aStatefulSet({ name: 'x' }), {
          controllerUid: undefined,
          isDeleting: true,
          labels: labelled('Payments_Platform'),
        }),
      ],
    ],
  ])('%s', (_, facts, others = []) => {
    expect(nearMisses(facts, { others })).toEqual([]);
  });

  it('what carries the name of a Component, for the API of that name', () => {
    const entity = {
      ...anEntity('payments', { [KUBERNETES_ID]: 'payments-platform' }),
      kind: 'API',
    };
    const facts = [
      ...api,
      aDeployment({ name: 'gateway', ...both('payments') }),
    ];

    expect(nearMisses(facts, { entity })).toMatchObject([
      ['Deployment/gateway', 'strong', expect.anything()],
    ]);
    expect(
      nearMisses(facts, { entity, others: [anEntity('payments', {})] }),
    ).toEqual([]);
  });

  it('what carries the name of two Components', () => {
    const entity = anEntity('shop', { [KUBERNETES_ID]: 'payments-platform' });
    const namesake = anEntity('shop', {});
    const others = [
      { ...namesake, metadata: { ...namesake.metadata, namespace: 'other' } },
    ];
    const facts = [...api, aDeployment({ name: 'x', ...both('shop') })];

    expect(nearMisses(facts, { entity })).toHaveLength(1);
    expect(nearMisses(facts, { entity, others })).toEqual([]);
  });

  it('what another cluster has beside workloads of the entity', () => {
    const labels = { 'app.kubernetes.io/part-of': 'payments-platform' };
    const clusters = [aCluster('prod-east'), aCluster('prod-west')];
    const beside = aDeployment({ name: 'x', labels });
    const elsewhere = { ...beside, cluster: 'prod-west' };

    expect(nearMisses([...api, beside], { clusters })).toHaveLength(1);
    expect(nearMisses([...api, elsewhere], { clusters })).toEqual([]);
  });

  it('a part of the entity’s own application that has a name of its own', () => {
    const entity = anEntity('payments-platform', {
      [KUBERNETES_ID]: 'payments-platform',
      'argocd/app-name': 'shop',
    });
    const database = aStatefulSet({
      name: 'db',
      namespace: 'payments-platform',
      labels: { 'app.kubernetes.io/name': 'postgresql' },
      manager: argoCd('shop'),
    });

    expect(nearMisses([database], { entity })).toEqual([]);
  });
});

describe('a right label outside of the claimed place', () => {
  const entity = anEntity('payments-platform', {
    [KUBERNETES_ID]: 'payments-platform',
    [KUBERNETES_NAMESPACE]: 'payments-team',
  });
  const elsewhere = [
    aNamespace({ name: 'payments-team' }),
    ...aHealthyWorkload('payments-web', 'payments-platform', {
      namespace: 'payments-web',
    }),
  ];

  it('counts where nothing matches inside, and no label of it is blamed', () => {
    const report = reportOn(
      // Its template is wrong as well; the place has to be put right first.
      elsewhere.map(fact =>
        fact.kind === 'Deployment' ? { ...fact, templateLabels: {} } : fact,
      ),
      { entity },
    );

    expect(report.visible).toEqual({ count: 0, partly: 0, of: 1 });
    expect(report.nearMisses).toMatchObject([
      {
        evidence: 'exact',
        signs: [{ id: 'outside-claimed-place', namespace: 'payments-web' }],
      },
    ]);
    expect(report.findings).toMatchObject([
      { rule: 'label-in-claimed-place', severity: 'error' },
    ]);
  });

  it('does not count where something matches inside', () => {
    const report = reportOn([...api, ...elsewhere], { entity });

    expect(report.nearMisses).toEqual([]);
    expect(report.visible).toEqual({ count: 1, partly: 0, of: 1 });
  });

  it('does not count in a namespace that is a staging twin', () => {
    const staging = aHealthyWorkload('payments-web', 'payments-platform', {
      namespace: 'payments-team-staging',
    });
    const claimed = aNamespace({ name: 'payments-team' });

    expect(nearMisses([claimed, ...staging], { entity })).toEqual([]);
  });

  it('makes no odd claim of one that is not read in full', () => {
    const report = reportOn(elsewhere, {
      entity,
      clusters: [
        aCluster('prod-east'),
        aCluster('prod-west', {
          kind: 'dark',
          since: '2026-01-01T09:00:00Z',
          problem: { reason: 'unreachable', message: 'It does not answer.' },
        }),
      ],
    });

    expect(report.findings.map(({ rule }) => rule)).not.toContain(
      'label-matches-claim',
    );
  });
});

describe('labels of what was found are not judged', () => {
  it.each<[string, Facts[]]>([
    [
      'of a hook of a release',
      [aJob({ name: 'migrate', isHook: true, labels: right })],
    ],
    [
      'in a namespace that is being deleted',
      [
        aNamespace({ name: 'doomed', isTerminating: true }),
        aDeployment({ name: 'x', namespace: 'doomed', labels: right }),
      ],
    ],
    [
      'where something that is not watched made it',
      [aJob({ name: 'scan', controllerUid: 'workflow', labels: right })],
    ],
  ])('%s', (_, facts) => {
    const rules = reportOn([...api, ...facts]).findings.map(({ rule }) => rule);

    expect(rules.filter(rule => rule.startsWith('label-'))).toEqual([]);
  });
});
