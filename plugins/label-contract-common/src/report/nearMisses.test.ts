import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ID, KUBERNETES_NAMESPACE } from '../annotations';
import { createCatalogView } from '../claim/CatalogView';
import { DeploymentFacts } from '../facts/DeploymentFacts';
import { Facts } from '../facts/Facts';
import { evaluateEntity } from './evaluateEntity';
import { anEntity } from '../testUtils/anEntity';
import {
  aDeployment,
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
  someFacts,
} from '../testUtils/someFacts';

const payments = anEntity('payments-platform');
const api = aHealthyWorkload('payments-api', 'payments-platform');

/** A workload that carries one value on all levels, or none. */
function carrying(
  name: string,
  value: string | undefined,
  facts: Partial<DeploymentFacts> = {},
): Facts[] {
  return aHealthyWorkload(name, '', {
    labels: labelled(value),
    templateLabels: labelled(value),
    ...facts,
  });
}

function evaluate(
  facts: Facts[],
  options: { entity?: Entity; others?: Entity[] } = {},
) {
  const { entity = payments, others = [] } = options;
  return evaluateEntity({
    entity,
    facts: someFacts({ facts }),
    catalog: createCatalogView([entity, ...others]),
    isIgnoredNamespace: namespace => namespace.startsWith('kube-'),
    now: new Date('2026-01-01T10:00:00Z'),
  });
}

/** Who is a near miss, and how sure that is. */
function nearMisses(...args: Parameters<typeof evaluate>) {
  return evaluate(...args).nearMisses.map(({ ref, evidence }) => [
    ref.name,
    evidence,
  ]);
}

describe('near misses', () => {
  it.each([
    ['another spelling', 'Payments_Platform', 'exact'],
    ['a typo', 'paymens-platform', 'strong'],
    ['a plural', 'payments-platforms', 'strong'],
    ['a word too few', 'payments', 'strong'],
    ['its own name', 'payments-gateway', 'strong'],
  ])('are workloads beside matched ones with %s', (_, value, evidence) => {
    const report = evaluate([...api, ...carrying('payments-gateway', value)]);

    expect(report.contract).toEqual({ verdict: 'violated' });
    expect(report.visible).toEqual({ count: 1, partly: 0, of: 2 });
    expect(report.nearMisses).toMatchObject([
      { ref: { name: 'payments-gateway' }, evidence },
    ]);
    expect(report.findings).toMatchObject([
      {
        rule: 'label-matches-claim',
        evidence,
        owner: 'ops',
        fixes: [
          {
            kind: 'set-label',
            levels: ['object', 'pod-template'],
            value: 'payments-platform',
          },
        ],
      },
    ]);
  });

  it('are healed by their fix', () => {
    const [gateway] = carrying('payments-gateway', 'paymens-platform');
    const report = evaluate([...api, gateway]);
    const [fix] = report.findings[0].fixes;
    expect(fix).toMatchObject({ key: KUBERNETES_ID });

    const healed = carrying('payments-gateway', 'payments-platform');
    expect(evaluate([...api, ...healed])).toMatchObject({
      contract: { verdict: 'met' },
      nearMisses: [],
    });
  });

  it('are certain where an earlier revision carried the label', () => {
    const gateway = aDeployment({ name: 'payments-gateway' });
    const before = aReplicaSet(gateway, {
      revision: 1,
      desiredReplicas: 0,
      templateLabels: labelled('payments-platform'),
    });
    const after = aReplicaSet(gateway, { revision: 2 });
    const report = evaluate([...api, gateway, before, after, aPod(after)]);

    expect(report.findings).toMatchObject([
      {
        rule: 'label-present',
        severity: 'error',
        evidence: 'exact',
        message: { id: 'was-there' },
      },
    ]);
    expect(report.pods).toEqual({ ready: 2, of: 2 });
  });

  it('carry the label under a key that is nearly right', () => {
    const labels = { 'backstage.io/kubernetes_id': 'payments-platform' };
    const report = evaluate([
      ...api,
      ...carrying('payments-gateway', undefined, {
        labels,
        templateLabels: labels,
      }),
    ]);

    expect(report.findings).toMatchObject([
      {
        rule: 'label-key-spelled',
        evidence: 'exact',
        message: { values: { misspelt: 'backstage.io/kubernetes_id' } },
      },
    ]);
  });

  it('are worth a warning where only a recommended label says so', () => {
    const report = evaluate([
      ...api,
      ...carrying('payments-batch', undefined, {
        labels: { 'app.kubernetes.io/part-of': 'payments-platform' },
      }),
    ]);

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.findings).toMatchObject([
      { rule: 'label-present', severity: 'warning' },
    ]);
  });

  it('are judged by their health where nothing else is found', () => {
    const report = evaluate(carrying('payments-api', 'Payments_Platform'));
    expect(report.workloads).toEqual([]);
    expect(report.health).toEqual({ verdict: 'healthy' });
  });

  describe('of a claim that finds nothing', () => {
    it('make one finding of the entity where they carry its name', () => {
      const entity = anEntity('payments-platform', { [KUBERNETES_ID]: 'pay' });
      const report = evaluate(
        [
          ...carrying('payments-api', 'payments-platform'),
          ...carrying('payments-gateway', 'payments-platform'),
        ],
        { entity },
      );

      expect(report.findings).toMatchObject([
        {
          rule: 'label-matches-claim',
          owner: 'catalog',
          message: { id: 'workloads-carry-entity-name' },
          fixes: [
            {
              kind: 'edit-annotations',
              set: { [KUBERNETES_ID]: 'payments-platform' },
            },
          ],
        },
      ]);
    });

    it('stay a matter of ops where it is one workload with a typo', () => {
      const report = evaluate(
        carrying('payments-api', 'paymens-platform', {
          namespace: 'payments-platform',
        }),
      );

      expect(report.findings).toMatchObject([
        { rule: 'label-matches-claim', owner: 'ops' },
      ]);
    });
  });

  describe('are never', () => {
    it.each<[string, Facts[], Entity[]]>([
      [
        'unlabelled neighbours',
        carrying('payments-db', undefined, {
          labels: { 'app.kubernetes.io/instance': 'payments-platform' },
        }),
        [],
      ],
      [
        'neighbours of another claim, however near its value',
        carrying('payments-gateway', 'payments-platforms'),
        [anEntity('payments-platforms')],
      ],
      [
        'workloads that carry the name of another Component',
        carrying('payments-gateway', 'payments-gateway'),
        [anEntity('payments-gateway', {})],
      ],
      [
        'workloads that a selector of another entity finds',
        carrying('payments-gateway', 'payments', {
          labels: { ...labelled('payments'), app: 'gateway' },
        }),
        [
          anEntity('gateway', {
            'backstage.io/kubernetes-label-selector': 'app=gateway',
          }),
        ],
      ],
      [
        'own names where another claim has workloads beside',
        [
          ...carrying('payments-gateway', 'payments-gateway'),
          ...carrying('orders-api', 'orders'),
        ],
        [anEntity('orders')],
      ],
      [
        'neighbours that are not in the catalog yet',
        carrying('order-tracker', 'order-tracker'),
        [],
      ],
      ['staging twins', carrying('payments-api-2', 'payments-staging'), []],
      // The next three were found by the corpus: each carries its own name, alone beside this claim.
      [
        'numbered siblings',
        carrying('payments-platform-2', 'payments-platform-2'),
        [],
      ],
      [
        'numbered siblings of a part',
        carrying('payments-2-worker', 'payments-2-worker'),
        [],
      ],
      [
        'staging twins named as they are labelled',
        carrying('payments-api-staging', 'payments-api-staging'),
        [],
      ],
      [
        'typos that two entities fit equally',
        carrying('x', 'payments-platfor'),
        [anEntity('payments-platfork')],
      ],
      [
        'typos somewhere else',
        carrying('x', 'paymens-platform', { namespace: 'elsewhere' }),
        [],
      ],
      [
        'in ignored namespaces',
        carrying('x', 'Payments_Platform', {
          namespace: 'kube-system',
          labels: {
            ...labelled('Payments_Platform'),
            'app.kubernetes.io/part-of': 'payments-platform',
          },
        }),
        [],
      ],
      [
        'workloads that opted out',
        carrying('x', 'paymens-platform', { isOptedOut: true }),
        [],
      ],
    ])('%s', (_, facts, others) => {
      expect(nearMisses([...api, ...facts], { others })).toEqual([]);
    });

    it('outside of the namespace that the claim names', () => {
      const entity = anEntity('payments-platform', {
        [KUBERNETES_ID]: 'payments-platform',
        [KUBERNETES_NAMESPACE]: 'payments-team',
      });
      const facts = [
        ...api,
        ...carrying('x', 'Payments_Platform', {
          namespace: 'payments-platform',
        }),
      ];

      expect(nearMisses(facts, { entity })).toEqual([]);
    });

    it('what another entity had before, whatever it carries now', () => {
      const lost = aDeployment({
        name: 'payments-gateway',
        labels: labelled('payments-gateway'),
        templateLabels: labelled('payments-gateway'),
      });
      const facts = (before: string) => [
        ...api,
        lost,
        aReplicaSet(lost, {
          revision: 1,
          labels: labelled(before),
          templateLabels: labelled(before),
          desiredReplicas: 0,
        }),
        aReplicaSet(lost, { revision: 2 }),
      ];
      const others = [anEntity('payments-old')];
      expect(nearMisses(facts('payments-old'), { others })).toEqual([]);
      // Of nobody's value nothing follows.
      expect(nearMisses(facts('something-else'), { others })).toEqual([
        ['payments-gateway', 'strong'],
      ]);
    });

    it('handed over to another entity on all levels', () => {
      const gateway = aDeployment({
        name: 'payments-gateway',
        labels: labelled('gateway'),
        templateLabels: labelled('gateway'),
      });
      const before = aReplicaSet(gateway, {
        revision: 1,
        templateLabels: labelled('payments-platform'),
      });
      const facts = [...api, gateway, before];

      expect(nearMisses(facts, { others: [anEntity('gateway')] })).toEqual([]);
    });

    it('told without knowing the other entities', () => {
      const report = evaluateEntity({
        entity: payments,
        facts: someFacts({
          facts: [...api, ...carrying('x', 'Payments_Platform')],
        }),
        now: new Date('2026-01-01T10:00:00Z'),
      });

      expect(report.nearMisses).toEqual([]);
    });
  });
});
