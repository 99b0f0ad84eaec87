import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { Facts } from '../facts/Facts';
import { applyFixToEntity } from '../fix/applyFixToEntity';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import { aHealthyWorkload, labelled } from '../testUtils/someFacts';

const wide = anEntity('pay', { [KUBERNETES_LABEL_SELECTOR]: 'app=web' });

/** A workload that carries `app=web`, and the contract label of one entity. */
function web(namespace: string, id?: string): Facts[] {
  const labels = { app: 'web', ...labelled(id) };
  return aHealthyWorkload(`web-${id ?? 'plain'}`, '', {
    namespace,
    uid: `web-${id}-in-${namespace}`,
    labels,
    templateLabels: labels,
  });
}

function ownedBy(owner: string, entity: Entity): Entity {
  const targetRef = `group:default/${owner}`;
  return { ...entity, relations: [{ type: 'ownedBy', targetRef }] };
}

const ledger = anEntity('ledger');
const orders = ownedBy('orders-team', anEntity('orders'));
const stock = ownedBy('stock-team', anEntity('stock'));

function check(facts: Facts[], others: Entity[], entity = wide) {
  return reportOnEntity({ entity, others, facts }).findings.filter(
    ({ rule }) => rule === 'claim-selector-narrow',
  );
}

describe('claim-selector-narrow, of several owners', () => {
  const facts = [...web('payments-team', 'ledger'), ...web('orders', 'orders')];

  it('warns of a selector that finds workloads in namespaces of two owners', () => {
    const findings = check(facts, [ledger, orders]);

    expect(findings).toMatchObject([
      {
        severity: 'warning',
        owner: 'catalog',
        message: {
          id: 'several-owners',
          values: { namespaces: ['orders', 'payments-team'], owners: 2 },
        },
        fixes: [{ set: { [KUBERNETES_NAMESPACE]: 'payments-team' } }],
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain('orders-team');

    const fixed = applyFixToEntity(findings[0].fixes[0], wide);
    expect(check(facts, [ledger, orders], fixed)).toEqual([]);
  });

  it('offers no place where none of them is its own', () => {
    const others = [...web('stock', 'stock'), ...web('orders', 'orders')];
    expect(check(others, [stock, orders])).toMatchObject([{ fixes: [] }]);
  });

  it.each<[string, Facts[], Entity[]]>([
    ['one owner has both', facts, [ledger, anEntity('orders')]],
    [
      'nobody else is there, so nobody can tell whose it is',
      [...web('payments-team', 'ledger'), ...web('orders')],
      [ledger],
    ],
    [
      'no owner has most of a namespace',
      [...facts, ...web('orders', 'stock')],
      [ledger, orders, stock],
    ],
    [
      'the entities there have no owner',
      facts,
      [ledger, { ...orders, relations: [] }],
    ],
    [
      'what is there opted out',
      [
        ...web('payments-team', 'ledger'),
        ...web('orders', 'orders').map(fact =>
          fact.kind === 'Deployment' ? { ...fact, isOptedOut: true } : fact,
        ),
      ],
      [ledger, orders],
    ],
  ])('is kept where %s', (_, carried, others) => {
    expect(check(carried, others)).toEqual([]);
  });

  it('goes by the owner of most entities of a shared namespace', () => {
    const shared = [
      ...facts,
      ...web('orders', 'orders-next'),
      ...web('orders', 'stock'),
    ];
    const next = ownedBy('orders-team', anEntity('orders-next'));
    expect(check(shared, [ledger, orders, next, stock])).toHaveLength(1);
  });

  it('is not asked of a claim by id', () => {
    expect(check(facts, [ledger, orders], anEntity('pay'))).toEqual([]);
  });
});
