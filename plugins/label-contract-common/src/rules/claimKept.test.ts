import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { Facts } from '../facts/Facts';
import { applyFixToEntity } from '../fix/applyFixToEntity';
import { PastClaim } from '../match/HistoryView';
import { aHistory } from '../testUtils/aHistory';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import { aCluster, aHealthyWorkload, labelled } from '../testUtils/someFacts';

const until = '2026-01-01T09:40:00Z';
const renamed = anEntity('checkout', labelled('shop'));
const api = aHealthyWorkload('cart-api', 'cart');

const before = (id: string): PastClaim => ({
  query: `${KUBERNETES_ID}=${id}`,
  id,
  until,
});

function check(
  facts: Facts[],
  options: {
    entity?: Entity;
    others?: Entity[];
    claimsBefore?: PastClaim[];
  } = {},
) {
  const { entity = renamed, others, claimsBefore = [before('cart')] } = options;
  const history = aHistory({
    claims: { 'component:default/checkout': claimsBefore },
  });
  return reportOnEntity({ entity, others, facts, history });
}

function rulesOf(...args: Parameters<typeof check>) {
  return check(...args).findings.map(({ rule }) => rule);
}

describe('claim-kept', () => {
  it('is not kept where the claim was changed and its workloads were not', () => {
    const report = check([...api, ...aHealthyWorkload('cart-web', 'cart')]);

    expect(report.contract).toEqual({ verdict: 'violated' });
    expect(report.findings).toMatchObject([
      {
        rule: 'claim-kept',
        severity: 'error',
        owner: 'catalog',
        message: {
          values: { value: 'shop', before: 'cart', until, workloads: 2 },
        },
        fixes: [{ set: { [KUBERNETES_ID]: 'cart' } }],
      },
    ]);
  });

  it('is kept once its fix was carried out, or a workload follows the new claim', () => {
    const [finding] = check(api).findings;
    const entity = applyFixToEntity(finding.fixes[0], renamed);

    expect(rulesOf(api, { entity })).toEqual([]);
    expect(
      rulesOf([...api, ...aHealthyWorkload('shop-api', 'shop')]),
    ).not.toContain('claim-kept');
  });

  it('goes back from an id to a selector', () => {
    const query = 'app=cart';
    const app = { app: 'cart' };
    const facts = aHealthyWorkload('cart-api', '', {
      labels: app,
      templateLabels: app,
    });

    expect(
      check(facts, { claimsBefore: [{ query, until }] }).findings,
    ).toMatchObject([
      {
        rule: 'claim-kept',
        fixes: [
          {
            set: { [KUBERNETES_LABEL_SELECTOR]: query },
            remove: [KUBERNETES_ID],
          },
        ],
      },
    ]);
  });

  it('looks through all earlier claims, newest first', () => {
    const claimsBefore = [before('basket'), before('cart')];
    expect(check(api, { claimsBefore }).findings).toMatchObject([
      { rule: 'claim-kept', message: { values: { before: 'cart' } } },
    ]);
  });

  it.each<[string, Parameters<typeof check>]>([
    ['another entity claims them now', [api, { others: [anEntity('cart')] }]],
    [
      'they bear the name of another Component',
      [api, { others: [anEntity('cart', {})] }],
    ],
    ['nobody remembers another claim', [api, { claimsBefore: [] }]],
    ['the earlier claim was no good', [api, { claimsBefore: [before('a,b')] }]],
    [
      'the earlier claim found everything',
      [api, { claimsBefore: [{ query: '!canary', until }] }],
    ],
    [
      'they opted out',
      [aHealthyWorkload('cart-api', 'cart', { isOptedOut: true })],
    ],
    [
      'they are outside of the claimed namespace',
      [
        api,
        {
          entity: anEntity('checkout', {
            ...labelled('shop'),
            [KUBERNETES_NAMESPACE]: 'shop-team',
          }),
        },
      ],
    ],
  ])('is kept where %s', (_, args) => {
    expect(rulesOf(...args)).not.toContain('claim-kept');
  });

  it('says nothing while a cluster that may have followed is not read', () => {
    const report = reportOnEntity({
      entity: renamed,
      facts: api,
      clusters: [
        aCluster('prod-east'),
        aCluster('prod-west', {
          kind: 'dark',
          since: until,
          problem: { reason: 'unreachable', message: 'Timed out.' },
        }),
      ],
      history: aHistory({
        claims: { 'component:default/checkout': [before('cart')] },
      }),
    });

    expect(report.findings.map(({ rule }) => rule)).not.toContain('claim-kept');
  });
});
