import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_CLUSTER,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
  LABEL_CONTRACT,
} from '../annotations';
import { Facts } from '../facts/Facts';
import { applyFixToEntity } from '../fix/applyFixToEntity';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import {
  aCluster,
  aDeployment,
  aHealthyWorkload,
  labelled,
} from '../testUtils/someFacts';
import { aNamespace } from '../testUtils/surroundings';

const pay = anEntity('pay');
const gateway = anEntity('gateway', labelled('pay'));
const api = aHealthyWorkload('pay-api', 'pay');

function findingsOf(
  entity: Entity,
  others: Entity[],
  options: { facts?: Facts[]; mayNameEntity?: (ref: string) => boolean } = {},
) {
  const { facts = api, mayNameEntity } = options;
  return reportOnEntity({ entity, others, facts, mayNameEntity }).findings;
}

const ofKind = (kind: string, entity: Entity): Entity => ({ ...entity, kind });

describe('claim-unique', () => {
  it('lets the claim stay that equals the name of its entity, and takes the other away', () => {
    expect(findingsOf(pay, [gateway])).toEqual([]);

    const findings = findingsOf(gateway, [pay]);
    expect(findings).toMatchObject([
      {
        rule: 'claim-unique',
        severity: 'error',
        owner: 'catalog',
        message: {
          id: 'another-bears-the-name',
          values: { workloads: 1, others: 1, kinds: ['component'] },
        },
        fixes: [{ kind: 'edit-annotations', remove: [KUBERNETES_ID] }],
      },
    ]);

    const fixed = applyFixToEntity(findings[0].fixes[0], gateway);
    expect(findingsOf(fixed, [pay])).toEqual([]);
    expect(findingsOf(pay, [fixed])).toEqual([]);
  });

  it.each<[string, Entity, Entity]>([
    [
      'none of the two bears the name',
      gateway,
      anEntity('billing', labelled('pay')),
    ],
    [
      'both do, in two namespaces of the catalog',
      pay,
      { ...pay, metadata: { ...pay.metadata, namespace: 'other' } },
    ],
  ])('asks both owners where %s', (_, one, other) => {
    for (const findings of [
      findingsOf(one, [other]),
      findingsOf(other, [one]),
    ]) {
      expect(findings).toMatchObject([
        {
          severity: 'error',
          message: { id: 'undecided' },
          fixes: [{ kind: 'tell-owner', owner: 'group:default/payments-team' }],
        },
      ]);
    }
  });

  it('only remarks on System, API and Component of one name', () => {
    const others = [ofKind('System', pay), ofKind('API', pay)];
    const report = reportOnEntity({ entity: pay, others, facts: api });

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.findings).toMatchObject([
      {
        severity: 'info',
        message: { values: { others: 2, kinds: ['api', 'system'] } },
      },
    ]);
  });

  it('is told to a System that finds what its Component claims, and not to the Component', () => {
    const system = ofKind('System', anEntity('money', labelled('pay')));

    expect(findingsOf(pay, [system])).toEqual([]);
    expect(findingsOf(system, [pay])).toMatchObject([
      { severity: 'info', message: { id: 'another-bears-the-name' } },
    ]);
  });

  it('knows an id that is claimed by a selector', () => {
    const selector = { [KUBERNETES_LABEL_SELECTOR]: `${KUBERNETES_ID}=pay` };

    expect(findingsOf(anEntity('pay', selector), [gateway])).toEqual([]);
    expect(findingsOf(anEntity('gateway', selector), [pay])).toMatchObject([
      { fixes: [{ remove: [KUBERNETES_LABEL_SELECTOR] }] },
    ]);
  });

  it('takes away an id, too, that waits behind the selector', () => {
    const both = anEntity('gateway', {
      [KUBERNETES_ID]: 'pay',
      [KUBERNETES_LABEL_SELECTOR]: `${KUBERNETES_ID}=pay`,
    });
    const [finding] = findingsOf(both, [pay]).filter(
      ({ rule }) => rule === 'claim-unique',
    );
    const fixed = applyFixToEntity(finding.fixes[0], both);

    expect(
      findingsOf(fixed, [pay]).filter(({ rule }) => rule === 'claim-unique'),
    ).toEqual([]);
  });

  it('names no other entity, unless the reader may see it', () => {
    const others = [pay, anEntity('secret-project', labelled('pay'))];
    const hidden = findingsOf(gateway, others);

    expect(JSON.stringify(hidden)).not.toContain('secret-project');
    expect(JSON.stringify(hidden)).not.toContain('component:default/pay"');
    expect(
      findingsOf(gateway, others, {
        mayNameEntity: ref => ref === 'component:default/pay',
      }),
    ).toMatchObject([
      {
        message: { values: { others: 2, entities: ['component:default/pay'] } },
      },
    ]);
  });

  it.each<[string, Entity]>([
    [
      'looks into another namespace',
      anEntity('pay', {
        ...labelled('pay'),
        [KUBERNETES_NAMESPACE]: 'staging',
      }),
    ],
    ['is broken', anEntity('pay', { [KUBERNETES_LABEL_SELECTOR]: ' ' })],
    ['asks for something else', anEntity('pay', labelled('payments'))],
    [
      'opted out',
      anEntity('pay', { ...labelled('pay'), [LABEL_CONTRACT]: 'ignore' }),
    ],
  ])('is kept where the claim of the other %s', (_, other) => {
    expect(findingsOf(gateway, [other])).toEqual([]);
  });

  it('is kept by claims that are narrowed to different clusters', () => {
    const on = (cluster: string) =>
      anEntity(`pay-${cluster}`, {
        ...labelled('pay'),
        [KUBERNETES_CLUSTER]: cluster,
      });
    const options = {
      entity: on('prod-east'),
      others: [on('prod-west')],
      clusters: [aCluster('prod-east'), aCluster('prod-west')],
      facts: [
        ...api,
        ...aHealthyWorkload('pay-api', 'pay', { cluster: 'prod-west' }),
      ],
    };
    const rulesOf = (serviceLocator: 'singleTenant' | 'multiTenant') =>
      reportOnEntity({ ...options, settings: { serviceLocator } }).findings.map(
        ({ rule }) => rule,
      );

    expect(rulesOf('singleTenant')).not.toContain('claim-unique');
    expect(rulesOf('multiTenant')).toContain('claim-unique');
  });

  it('is kept in a namespace that is being deleted', () => {
    const namespace = aNamespace({
      name: 'payments-team',
      isTerminating: true,
    });
    expect(findingsOf(gateway, [pay], { facts: [...api, namespace] })).toEqual(
      [],
    );
  });

  it('leaves a workload to the label rules whose levels say different things', () => {
    const torn = aDeployment({
      name: 'pay-api',
      labels: labelled('pay'),
      templateLabels: labelled('orders'),
    });
    const rules = findingsOf(pay, [anEntity('orders')], { facts: [torn] }).map(
      ({ rule }) => rule,
    );

    expect(rules).toEqual(['label-matches-claim']);
  });
});
