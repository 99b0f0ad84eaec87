import { ClusterFacts, WatchState } from '../facts/Facts';
import { allRules } from '../rules/allRules';
import { RuleNeed } from '../rules/Rule';
import { aMatchedWorkload } from '../testUtils/aMatchedWorkload';
import { aCluster, someFacts } from '../testUtils/someFacts';
import { notChecked } from './notChecked';

const forbidden: WatchState = {
  kind: 'dark',
  since: '2026-01-01T09:31:00Z',
  problem: { reason: 'forbidden', message: 'It is forbidden.' },
};
const notServed: WatchState = {
  ...forbidden,
  problem: { reason: 'not-served', message: 'It is not served.' },
};

function rulesThatNeed(need: RuleNeed): string[] {
  return allRules
    .filter(({ needs }) => needs?.includes(need))
    .map(({ id }) => id);
}

function unread(
  watches: ClusterFacts['watches'],
  options: { hasHistory?: boolean; clusters?: ClusterFacts[] } = {},
) {
  const {
    hasHistory = true,
    clusters = [aCluster('prod-east', undefined, watches)],
  } = options;
  return notChecked({
    clusters,
    matched: [
      {
        workload: aMatchedWorkload({ name: 'api' }),
        now: new Date('2026-01-01T10:00:00Z'),
        facts: someFacts({}),
      },
    ],
    hasHistory,
  });
}

describe('notChecked', () => {
  it('is empty where everything is read', () => {
    expect(unread({})).toEqual([]);
  });

  it('lists the rules that need a kind that cannot be read', () => {
    const services = unread({ Service: forbidden });

    expect(services.map(({ rule }) => rule)).toEqual(rulesThatNeed('Service'));
    expect(services).toContainEqual({
      rule: 'dependency-exists',
      why: {
        id: 'kinds-not-read',
        values: { kinds: ['Service'], clusters: ['prod-east'] },
      },
    });
  });

  it('lists a rule once for all kinds that it misses', () => {
    const both = unread({ Service: forbidden, EndpointSlice: forbidden });

    expect(
      both.filter(({ rule }) => rule === 'dependency-exists'),
    ).toMatchObject([
      { why: { values: { kinds: ['Service', 'EndpointSlice'] } } },
    ]);
  });

  it('misses nothing that is not served, and what every cluster has where it is not watched', () => {
    expect(unread({ Route: notServed })).toEqual([]);
    expect(unread({ Route: undefined })).toEqual([]);
    expect(unread({ Service: undefined })).not.toEqual([]);
  });

  it('lists the rules that look back where nothing is remembered', () => {
    expect(
      unread({}, { hasHistory: false }).map(({ rule, why }) => [rule, why.id]),
    ).toEqual(
      rulesThatNeed('history').map(rule => [rule, 'nothing-remembered']),
    );
    expect(rulesThatNeed('history')).toContain('claim-kept');
  });

  it('leaves clusters alone that the entity does not run on, or that cannot be read at all', () => {
    const clusters = [
      aCluster('prod-east'),
      aCluster('prod-west', undefined, { Service: forbidden }),
    ];

    expect(unread({}, { clusters })).toEqual([]);
    expect(
      unread({}, { clusters: [aCluster('prod-east', forbidden)] }),
    ).toEqual([]);
  });
});
