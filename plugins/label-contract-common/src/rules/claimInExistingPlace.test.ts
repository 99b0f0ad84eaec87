import {
  KUBERNETES_CLUSTER,
  KUBERNETES_ID,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { checkedEntity, isClaimed } from '../claim/ClaimedEntity';
import { Facts, WatchState } from '../facts/Facts';
import { applyFixToEntity } from '../fix/applyFixToEntity';
import { ClusterChoice } from '../gates/GateReport';
import { aHistory } from '../testUtils/aHistory';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import {
  aCluster,
  aHealthyWorkload,
  labelled,
  someFacts,
} from '../testUtils/someFacts';
import { aNamespace } from '../testUtils/surroundings';
import { claimInExistingPlace } from './claimInExistingPlace';

const known = ['Prod-1', 'prod-east'];
const api = aHealthyWorkload('pay-api', 'pay');

function check(options: {
  place?: Record<string, string>;
  choice?: ClusterChoice;
  facts?: Facts[];
}) {
  const { place = {}, choice, facts = api } = options;
  const annotations = { [KUBERNETES_ID]: 'pay', ...place };
  const entity = checkedEntity(anEntity('pay', annotations));
  if (!isClaimed(entity)) {
    throw new Error('the entity makes a claim');
  }
  return claimInExistingPlace.check({
    entity,
    facts: someFacts({ facts }),
    choice,
  });
}

const unknownCluster = (...nearly: string[]): ClusterChoice => ({
  id: 'annotation-names-none',
  values: { value: 'prod-1', known, nearly },
});

describe('claim-in-existing-place', () => {
  it('is kept by a legal namespace and a cluster that is asked', () => {
    const choice: ClusterChoice = {
      id: 'chosen',
      values: { clusters: ['prod-east'] },
    };
    const place = { [KUBERNETES_NAMESPACE]: 'payments-team' };
    expect(check({ place, choice })).toBeUndefined();
    expect(check({ place })).toBeUndefined();
  });

  it.each(['payments-team,staging', 'payments-*', 'Payments', 'a'.repeat(64)])(
    'is not kept by the namespace %s, and the fix names the real one',
    namespace => {
      const place = { [KUBERNETES_NAMESPACE]: namespace };
      expect(check({ place })).toMatchObject({
        severity: 'error',
        message: { id: 'namespace-illegal', values: { value: namespace } },
        fixes: [{ set: { [KUBERNETES_NAMESPACE]: 'payments-team' } }],
      });
    },
  );

  it('takes the namespace away where the workloads are in several, or in none', () => {
    const place = { [KUBERNETES_NAMESPACE]: 'payments-team,staging' };
    const staging = aHealthyWorkload('pay-api', 'pay', {
      namespace: 'staging',
      uid: 'in-staging',
    });
    const removal = { set: {}, remove: [KUBERNETES_NAMESPACE] };
    expect(check({ place, facts: [...api, ...staging] })).toMatchObject({
      fixes: [removal],
    });
    expect(check({ place, facts: [] })).toMatchObject({ fixes: [removal] });
  });

  it('is not kept by a cluster that is not there; one that differs by case is meant', () => {
    const place = { [KUBERNETES_CLUSTER]: 'prod-1' };
    expect(check({ place, choice: unknownCluster('Prod-1') })).toMatchObject({
      message: { id: 'cluster-unknown', values: { value: 'prod-1', known } },
      fixes: [{ set: { [KUBERNETES_CLUSTER]: 'Prod-1' } }],
    });
    expect(check({ place, choice: unknownCluster() })).toMatchObject({
      fixes: [{ set: { [KUBERNETES_CLUSTER]: 'prod-east' } }],
    });
  });

  it.each<[string, ClusterChoice, string]>([
    ['none', { id: 'relations-name-none', values: { known, nearly: [] } }, ''],
    [
      'one of another catalog namespace',
      {
        id: 'relations-elsewhere',
        values: {
          known,
          refs: ['resource:infra/prod-east'],
          namespace: 'default',
        },
      },
      'resource:infra/prod-east',
    ],
  ])('is not kept where relations name no cluster: %s', (_, choice, value) => {
    expect(check({ choice })).toMatchObject({
      message: { id: 'no-cluster-related', values: { value } },
      fixes: [
        {
          kind: 'relate-cluster',
          entityRef: 'component:default/pay',
          cluster: 'prod-east',
          resourceRef: 'resource:default/prod-east',
        },
      ],
    });
  });

  it('relates no cluster that a relation can never find, and none of several', () => {
    const choice: ClusterChoice = {
      id: 'relations-name-none',
      values: { known, nearly: ['Prod-1'] },
    };
    const onWest = aHealthyWorkload('pay-api', 'pay', { cluster: 'prod-west' });
    const none: ClusterChoice = {
      id: 'relations-name-none',
      values: { known, nearly: [] },
    };

    expect(check({ choice })).toMatchObject({ fixes: [] });
    expect(check({ choice: none, facts: [...api, ...onWest] })).toMatchObject({
      fixes: [],
    });
  });

  it('leaves a service alone that runs nowhere, or where nobody can tell', () => {
    expect(check({ choice: unknownCluster(), facts: [] })).toBeUndefined();
    const notListed: ClusterChoice = {
      id: 'not-listed',
      values: { clusters: ['gke (locator 1)'] },
    };
    expect(check({ choice: notListed })).toBeUndefined();
  });
});

describe('claim-in-existing-place, of a namespace that is not there', () => {
  const toNamespace = (namespace: string, more: Record<string, string> = {}) =>
    anEntity('pay', {
      ...labelled('pay'),
      [KUBERNETES_NAMESPACE]: namespace,
      ...more,
    });
  const there = aNamespace({ name: 'payments-team' });
  const last = { until: '2026-01-01T09:40:00Z', workloads: 3 };

  function found(options: Parameters<typeof reportOnEntity>[0]) {
    const { findings } = reportOnEntity({ facts: [there, ...api], ...options });
    return findings.filter(({ rule }) => rule === 'claim-in-existing-place');
  }

  it('names the namespace where the workloads are', () => {
    const entity = toNamespace('paymets-team');
    const report = reportOnEntity({ entity, facts: [there, ...api] });

    expect(report.contract).toEqual({ verdict: 'violated' });
    expect(report.findings).toMatchObject([
      {
        rule: 'claim-in-existing-place',
        message: {
          id: 'namespace-missing',
          values: { value: 'paymets-team', namespaces: ['payments-team'] },
        },
        fixes: [{ set: { [KUBERNETES_NAMESPACE]: 'payments-team' } }],
      },
    ]);

    const fixed = applyFixToEntity(report.findings[0].fixes[0], entity);
    expect(
      reportOnEntity({ entity: fixed, facts: [there, ...api] }),
    ).toMatchObject({
      contract: { verdict: 'met' },
      findings: [],
    });
  });

  it('is told where the claim found something before, and nothing is anywhere now', () => {
    const history = aHistory({
      lastMatched: { 'component:default/pay': last },
    });
    expect(
      found({ entity: toNamespace('gone'), facts: [], history }),
    ).toMatchObject([
      {
        message: { values: { namespaces: [], lastFound: last.until } },
        fixes: [{ kind: 'tell-owner', owner: 'group:default/payments-team' }],
      },
    ]);
  });

  it('moves the cluster where the namespace is on another one', () => {
    const cluster = { [KUBERNETES_CLUSTER]: 'prod-west' };
    expect(
      found({
        entity: toNamespace('payments-team', cluster),
        clusters: [aCluster('prod-east'), aCluster('prod-west')],
        settings: { serviceLocator: 'singleTenant' },
      }),
    ).toMatchObject([
      { fixes: [{ set: { [KUBERNETES_CLUSTER]: 'prod-east' } }] },
    ]);
  });

  const dark: WatchState = {
    kind: 'dark',
    since: last.until,
    problem: { reason: 'forbidden', message: 'May not list.' },
  };
  const missing = toNamespace('paymets-team');

  it.each<[string, Parameters<typeof reportOnEntity>[0]]>([
    ['it runs nowhere', { entity: missing, facts: [] }],
    [
      'it is there, and empty',
      {
        entity: missing,
        facts: [...api, aNamespace({ name: 'paymets-team' })],
      },
    ],
    [
      'it is being deleted',
      {
        entity: missing,
        facts: [
          ...api,
          aNamespace({ name: 'paymets-team', isTerminating: true }),
        ],
      },
    ],
    [
      'it is on another cluster that is asked',
      {
        entity: missing,
        facts: [
          ...api,
          aNamespace({ name: 'paymets-team', cluster: 'prod-west' }),
        ],
        clusters: [aCluster('prod-east'), aCluster('prod-west')],
      },
    ],
    [
      'Namespaces may not be read on one of the clusters',
      {
        entity: missing,
        clusters: [
          aCluster('prod-east'),
          aCluster('prod-west', undefined, { Namespace: dark }),
        ],
      },
    ],
    [
      'only some namespaces are watched',
      {
        entity: missing,
        clusters: [{ ...aCluster('prod-east'), namespaces: ['payments-team'] }],
      },
    ],
    [
      'it runs on a staging cluster so far',
      {
        entity: toNamespace('payments-team', {
          [KUBERNETES_CLUSTER]: 'prod-west',
        }),
        facts: aHealthyWorkload('pay-api', 'pay', { cluster: 'staging-west' }),
        clusters: [aCluster('prod-west'), aCluster('staging-west')],
        settings: { serviceLocator: 'singleTenant' },
      },
    ],
    ['only a staging twin runs', { entity: toNamespace('payments-team-prod') }],
    [
      'what runs is another Component',
      { entity: missing, others: [anEntity('pay-next', labelled('pay'))] },
    ],
  ])('says nothing where %s', (_, options) => {
    expect(found(options)).toEqual([]);
  });

  it('is sure of what an outage left behind', () => {
    const stale: WatchState = {
      ...dark,
      kind: 'stale',
      asOf: '2026-01-01T09:30:00Z',
    };
    const clusters = [aCluster('prod-east', undefined, { Namespace: stale })];
    expect(found({ entity: missing, clusters })).toHaveLength(1);
  });
});
