import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { Facts, WatchState } from '../facts/Facts';
import { aHistory } from '../testUtils/aHistory';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import { aCluster, aHealthyWorkload } from '../testUtils/someFacts';

const pay = anEntity('pay');
const until = '2026-01-01T09:40:00Z';
const removed = aHistory({
  lastMatched: { 'component:default/pay': { until, workloads: 3 } },
});

const inLifecycle = (lifecycle: string | undefined): Entity => ({
  ...pay,
  spec: { ...pay.spec, lifecycle },
});

function check(
  options: Omit<Parameters<typeof reportOnEntity>[0], 'entity'> & {
    entity?: Entity;
  } = {},
) {
  return reportOnEntity({ entity: pay, ...options });
}

describe('claim-finds-workloads', () => {
  it('warns of a claim that finds nothing anywhere, and leaves the verdict as it is', () => {
    expect(check()).toMatchObject({
      contract: { verdict: 'not-applicable', reason: 'not-deployed' },
      findings: [
        {
          rule: 'claim-finds-workloads',
          severity: 'warning',
          owner: 'team',
          message: { id: 'finds-nothing', values: { value: 'pay' } },
          fixes: [{ kind: 'tell-owner', owner: 'group:default/payments-team' }],
        },
      ],
    });
  });

  it('calls it an outage where a service in production had workloads', () => {
    expect(check({ history: removed })).toMatchObject({
      contract: { verdict: 'violated' },
      health: { verdict: 'not-applicable', reason: 'removed', since: until },
      findings: [
        {
          severity: 'error',
          message: { id: 'removed', values: { since: until, workloads: 3 } },
        },
      ],
    });
  });

  it('only warns where another service had some', () => {
    const entity = inLifecycle('deprecated');
    expect(check({ entity, history: removed })).toMatchObject({
      contract: { verdict: 'not-applicable', reason: 'removed' },
      findings: [{ severity: 'warning', message: { id: 'removed' } }],
    });
    expect(check({ entity: inLifecycle(undefined) })).toMatchObject({
      findings: [{ severity: 'warning' }],
    });
  });

  it.each(['development', 'experimental'])(
    'says nothing in the lifecycle %s: there may be nothing yet',
    lifecycle => {
      const entity = inLifecycle(lifecycle);
      expect(check({ entity }).findings).toEqual([]);
      expect(check({ entity, history: removed }).findings).toEqual([]);
    },
  );

  it.each<[string, Facts[]]>([
    ['finds one', aHealthyWorkload('pay-api', 'pay')],
    [
      'finds one that is scaled to zero',
      aHealthyWorkload('pay-api', 'pay', { desiredReplicas: 0 }),
    ],
    ['should find one', aHealthyWorkload('pay-api', 'Pay')],
  ])('is kept by a claim that %s', (_, facts) => {
    expect(check({ facts }).findings.map(({ rule }) => rule)).not.toContain(
      'claim-finds-workloads',
    );
  });

  it.each<[string, WatchState]>([
    ['is not read yet', { kind: 'syncing' }],
    [
      'does not answer',
      {
        kind: 'dark',
        since: until,
        problem: { reason: 'unreachable', message: 'Timed out.' },
      },
    ],
  ])('says nothing while a cluster %s', (_, state) => {
    const clusters = [aCluster('prod-east'), aCluster('prod-west', state)];
    expect(check({ clusters, history: removed })).toMatchObject({
      contract: { verdict: 'unknown' },
      findings: [],
    });
  });

  it('says nothing where there is no cluster, or the claim is broken', () => {
    const entity = anEntity('pay', { [KUBERNETES_LABEL_SELECTOR]: ' ' });

    expect(check({ clusters: [] }).findings).toEqual([]);
    expect(check({ entity }).findings.map(({ rule }) => rule)).toEqual([
      'claim-selector-narrow',
    ]);
  });
});
