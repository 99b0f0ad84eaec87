import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_LABEL_SELECTOR, LABEL_CONTRACT } from '../annotations';
import { Facts } from '../facts/Facts';
import { applyFixToEntity } from '../fix/applyFixToEntity';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import {
  aCluster,
  aDeployment,
  aHealthyWorkload,
  aReplicaSet,
  labelled,
} from '../testUtils/someFacts';
import { aNamespace } from '../testUtils/surroundings';
import { aJob } from '../testUtils/workloads';

const unclaimed = anEntity('pay', {});
const api = aHealthyWorkload('pay-api', 'pay');

function check(
  facts: Facts[],
  options: { entity?: Entity; others?: Entity[] } = {},
) {
  const { entity = unclaimed, others } = options;
  return reportOnEntity({ entity, others, facts });
}

describe('claim-present', () => {
  it('is not kept by a Component whose name workloads carry: its tab is hidden', () => {
    const report = check([...api, ...aHealthyWorkload('pay-web', 'pay')]);

    expect(report.contract).toEqual({ verdict: 'violated' });
    expect(report.health).toMatchObject({ reason: 'no-claim' });
    expect(report.findings).toMatchObject([
      {
        rule: 'claim-present',
        severity: 'error',
        evidence: 'exact',
        owner: 'catalog',
        message: { values: { value: 'pay', workloads: 2, hiddenPods: 2 } },
      },
    ]);
  });

  it('is kept once its fix was carried out', () => {
    const [finding] = check(api).findings;
    const entity = applyFixToEntity(finding.fixes[0], unclaimed);

    expect(check(api, { entity })).toMatchObject({
      contract: { verdict: 'met' },
      findings: [],
    });
  });

  it('counts what any one level carries now, and not what an old revision did', () => {
    const onTemplate = aDeployment({
      name: 'pay-api',
      templateLabels: labelled('pay'),
    });
    const moved = aDeployment({ name: 'orders' });
    const before = aReplicaSet(moved, {
      desiredReplicas: 0,
      labels: labelled('pay'),
      templateLabels: labelled('pay'),
    });

    expect(check([onTemplate]).findings).toHaveLength(1);
    expect(check([moved, before]).findings).toEqual([]);
  });

  it.each<[string, Facts[]]>([
    ['opted out', aHealthyWorkload('pay-api', 'pay', { isOptedOut: true })],
    [
      'in an ignored namespace',
      aHealthyWorkload('pay-api', 'pay', { namespace: 'kube-system' }),
    ],
    [
      'in a namespace that is being deleted',
      [...api, aNamespace({ name: 'payments-team', isTerminating: true })],
    ],
    [
      'a hook of a release',
      [
        aJob({
          name: 'pay-migrate',
          labels: labelled('pay'),
          isHook: true,
        }),
      ],
    ],
  ])('leaves alone what is %s', (_, facts) => {
    expect(check(facts)).toMatchObject({
      contract: { verdict: 'not-applicable', reason: 'no-claim' },
      findings: [],
    });
  });

  it.each<[string, Entity]>([
    ['a Component of another name', anEntity('payments', labelled('pay'))],
    ['its System', { ...anEntity('pay'), kind: 'System' }],
    [
      'a selector',
      anEntity('shop', {
        [KUBERNETES_LABEL_SELECTOR]:
          'backstage.io/kubernetes-id in (pay, shop)',
      }),
    ],
    [
      'an entity that opted out',
      anEntity('payments', { ...labelled('pay'), [LABEL_CONTRACT]: 'ignore' }),
    ],
  ])('is kept where the workloads are claimed by %s', (_, other) => {
    expect(check(api, { others: [other] }).findings).toEqual([]);
  });

  it('is not kept where the claim of the other is narrowed to another cluster', () => {
    const other = anEntity('payments', {
      ...labelled('pay'),
      'backstage.io/kubernetes-cluster': 'prod-west',
    });
    const report = reportOnEntity({
      entity: unclaimed,
      others: [other],
      facts: api,
      clusters: [aCluster('prod-east'), aCluster('prod-west')],
      settings: { serviceLocator: 'singleTenant' },
    });

    expect(report.findings).toMatchObject([{ rule: 'claim-present' }]);
  });

  it('is kept where nobody can tell which of two Components is meant', () => {
    const namesake: Entity = {
      ...unclaimed,
      metadata: { ...unclaimed.metadata, namespace: 'other' },
    };
    expect(check(api, { others: [namesake] }).findings).toEqual([]);
  });

  it.each<[string, Entity]>([
    ['an API', { ...unclaimed, kind: 'API' }],
    [
      'a Component that opted out',
      anEntity('pay', { [LABEL_CONTRACT]: 'ignore' }),
    ],
  ])('is not asked of %s', (_, entity) => {
    expect(check(api, { entity }).findings).toEqual([]);
  });
});
