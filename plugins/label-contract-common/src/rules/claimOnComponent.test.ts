import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ID, LABEL_CONTRACT } from '../annotations';
import { applyFixToEntity } from '../fix/applyFixToEntity';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import { aHealthyWorkload, labelled } from '../testUtils/someFacts';

const component = anEntity('pay', {});
const facts = aHealthyWorkload('pay-api', 'payments');

function related(
  kind: string,
  relations: [type: string, ref: string][],
): Entity {
  return {
    ...anEntity('payments', labelled('payments')),
    kind,
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

function check(entity: Entity, others: Entity[] = [component]) {
  return reportOnEntity({ entity, others, facts }).findings;
}

describe('claim-on-component', () => {
  it.each([
    ['API', 'apiProvidedBy'],
    ['System', 'hasPart'],
    ['Resource', 'dependencyOf'],
  ])('is not kept by the %s of a Component that lacks it', (kind, type) => {
    const entity = related(kind, [
      [type, 'component:default/pay'],
      ['ownedBy', 'group:default/payments-team'],
      ['hasPart', 'resource:default/database'],
    ]);
    const findings = check(entity);

    expect(findings).toMatchObject([
      {
        rule: 'claim-on-component',
        severity: 'info',
        owner: 'catalog',
        message: { values: { component: 'component:default/pay' } },
        fixes: [
          {
            entityRef: 'component:default/pay',
            set: { [KUBERNETES_ID]: 'payments' },
          },
        ],
      },
    ]);
    const fixed = applyFixToEntity(findings[0].fixes[0], component);
    expect(check(entity, [fixed]).map(({ rule }) => rule)).not.toContain(
      'claim-on-component',
    );
  });

  const provided: [string, string] = ['apiProvidedBy', 'component:default/pay'];

  it.each<[string, Entity, Entity[]]>([
    ['there is no such relation', related('API', []), [component]],
    [
      'it is another relation',
      related('API', [['apiConsumedBy', 'component:default/pay']]),
      [component],
    ],
    [
      'several Components may be meant',
      related('API', [provided, ['apiProvidedBy', 'component:default/web']]),
      [component, anEntity('web', {})],
    ],
    [
      'the Component has a claim of its own',
      related('API', [provided]),
      [anEntity('pay')],
    ],
    [
      'the Component opted out',
      related('API', [provided]),
      [anEntity('pay', { [LABEL_CONTRACT]: 'ignore' })],
    ],
    ['the Component does not exist', related('API', [provided]), []],
    ['it is a Component itself', related('Component', [provided]), [component]],
  ])('says nothing where %s', (_, entity, others) => {
    expect(check(entity, others).map(({ rule }) => rule)).not.toContain(
      'claim-on-component',
    );
  });
});
