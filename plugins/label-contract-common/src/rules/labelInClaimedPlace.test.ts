import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_CLUSTER,
  KUBERNETES_ID,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { Facts } from '../facts/Facts';
import { applyFixToEntity } from '../fix/applyFixToEntity';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import { aCluster, aHealthyWorkload, labelled } from '../testUtils/someFacts';
import { aNamespace } from '../testUtils/surroundings';

const narrowed = anEntity('pay', {
  ...labelled('pay'),
  [KUBERNETES_NAMESPACE]: 'payments-team',
});
const team = aNamespace({ name: 'payments-team' });

function inNamespace(namespace: string, name = 'pay-api'): Facts[] {
  return aHealthyWorkload(name, 'pay', {
    namespace,
    uid: `${name}-in-${namespace}`,
  });
}

function check(
  facts: Facts[],
  options: { entity?: Entity; others?: Entity[] } = {},
) {
  const { entity = narrowed, others } = options;
  return reportOnEntity({ entity, others, facts: [team, ...facts] });
}

function rulesOf(...args: Parameters<typeof check>) {
  return check(...args).findings.map(({ rule }) => rule);
}

describe('label-in-claimed-place', () => {
  it('is not kept where everything is in another namespace: one finding for all of it', () => {
    const report = check([
      ...inNamespace('payments'),
      ...inNamespace('payments', 'pay-web'),
    ]);

    expect(report.contract).toEqual({ verdict: 'violated' });
    expect(report.visible).toMatchObject({ count: 0, of: 2 });
    expect(report.findings).toMatchObject([
      {
        rule: 'label-in-claimed-place',
        severity: 'error',
        evidence: 'exact',
        owner: 'catalog',
        message: {
          id: 'only-elsewhere',
          values: {
            key: KUBERNETES_NAMESPACE,
            value: 'payments-team',
            namespaces: ['payments'],
            workloads: 2,
            hiddenPods: 2,
          },
        },
        fixes: [{ set: { [KUBERNETES_NAMESPACE]: 'payments' }, remove: [] }],
      },
    ]);
  });

  it('is kept once its fix was carried out', () => {
    const facts = inNamespace('payments');
    const [finding] = check(facts).findings;
    const entity = applyFixToEntity(finding.fixes[0], narrowed);

    expect(check(facts, { entity })).toMatchObject({
      contract: { verdict: 'met' },
      findings: [],
    });
  });

  it('takes the annotation away where they are in several namespaces', () => {
    const facts = [...inNamespace('payments'), ...inNamespace('money')];
    expect(check(facts).findings).toMatchObject([
      { fixes: [{ set: {}, remove: [KUBERNETES_NAMESPACE] }] },
    ]);
  });

  it('only remarks on what is also elsewhere, a staging twin for example', () => {
    const report = check([
      ...inNamespace('payments-team'),
      ...inNamespace('payments-team-staging'),
    ]);

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.visible).toEqual({ count: 1, partly: 0, of: 1 });
    expect(report.findings).toMatchObject([
      {
        severity: 'info',
        message: {
          id: 'also-elsewhere',
          values: { namespaces: ['payments-team-staging'], workloads: 1 },
        },
        fixes: [],
      },
    ]);
  });

  it('takes a staging twin alone for what it is: nothing is deployed yet', () => {
    expect(rulesOf(inNamespace('payments-team-staging'))).toEqual([
      'claim-finds-workloads',
    ]);
  });

  it.each<[string, Parameters<typeof check>]>([
    [
      'another entity claims what is there',
      [
        inNamespace('payments'),
        {
          others: [
            anEntity('pay-next', {
              ...labelled('pay'),
              [KUBERNETES_NAMESPACE]: 'payments',
            }),
          ],
        },
      ],
    ],
    ['the namespace is ignored', [inNamespace('kube-system')]],
    [
      'the namespace is being deleted',
      [
        [
          aNamespace({ name: 'payments', isTerminating: true }),
          ...inNamespace('payments'),
        ],
      ],
    ],
    [
      'it is not narrowed at all',
      [inNamespace('payments'), { entity: anEntity('pay') }],
    ],
  ])('is kept where %s', (_, args) => {
    expect(rulesOf(...args)).not.toContain('label-in-claimed-place');
  });

  it('leaves it to the wrong place itself where that does not exist', () => {
    const entity = anEntity('pay', {
      ...labelled('pay'),
      [KUBERNETES_NAMESPACE]: 'paymets',
    });
    expect(rulesOf(inNamespace('payments'), { entity })).toEqual([
      'claim-in-existing-place',
    ]);
  });

  describe('on clusters', () => {
    const clusters = [aCluster('prod-east'), aCluster('prod-west')];
    const onWest = aHealthyWorkload('pay-api', 'pay', { cluster: 'prod-west' });
    const toEast = anEntity('pay', {
      ...labelled('pay'),
      [KUBERNETES_CLUSTER]: 'prod-east',
    });

    it('moves the annotation to the one cluster where they are', () => {
      const report = reportOnEntity({
        entity: toEast,
        facts: onWest,
        clusters,
        settings: { serviceLocator: 'singleTenant' },
      });

      expect(report.findings).toMatchObject([
        {
          rule: 'label-in-claimed-place',
          message: {
            values: { key: KUBERNETES_CLUSTER, value: 'prod-east' },
          },
          fixes: [{ set: { [KUBERNETES_CLUSTER]: 'prod-west' } }],
        },
      ]);
    });

    it('relates the cluster where relations decide', () => {
      const entity: Entity = {
        ...anEntity('pay'),
        relations: [
          { type: 'dependsOn', targetRef: 'resource:default/prod-east' },
        ],
      };
      const report = reportOnEntity({
        entity,
        facts: onWest,
        clusters,
        settings: { serviceLocator: 'catalogRelation' },
      });

      expect(report.findings).toMatchObject([
        {
          rule: 'label-in-claimed-place',
          message: { values: { key: 'dependsOn' } },
          fixes: [
            {
              kind: 'relate-cluster',
              cluster: 'prod-west',
              resourceRef: 'resource:default/prod-west',
            },
          ],
        },
      ]);
    });

    it('changes both annotations where both are wrong', () => {
      const entity = anEntity('pay', {
        ...labelled('pay'),
        [KUBERNETES_CLUSTER]: 'prod-east',
        [KUBERNETES_NAMESPACE]: 'money',
      });
      const report = reportOnEntity({
        entity,
        facts: [aNamespace({ name: 'money' }), ...onWest],
        clusters,
        settings: { serviceLocator: 'singleTenant' },
      });

      expect(report.findings).toMatchObject([
        {
          fixes: [
            {
              set: {
                [KUBERNETES_CLUSTER]: 'prod-west',
                [KUBERNETES_NAMESPACE]: 'payments-team',
              },
              remove: [],
            },
          ],
        },
      ]);
    });

    it('says nothing while the claimed cluster is not read', () => {
      const report = reportOnEntity({
        entity: toEast,
        facts: onWest,
        clusters: [aCluster('prod-east', { kind: 'syncing' }), clusters[1]],
        settings: { serviceLocator: 'singleTenant' },
      });

      expect(report.contract).toEqual({
        verdict: 'unknown',
        reason: 'syncing',
      });
      expect(report.findings.map(({ rule }) => rule)).toEqual([]);
    });

    it('is kept where the annotation has no effect', () => {
      const report = reportOnEntity({
        entity: toEast,
        facts: onWest,
        clusters,
      });

      expect(report.findings).toEqual([]);
      expect(report.claim?.id).toBe(
        toEast.metadata.annotations?.[KUBERNETES_ID],
      );
    });
  });
});
