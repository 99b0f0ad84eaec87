import {
  ClusterSummary,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { englishWords } from '../__testUtils__/englishWords';
import { sampleClusters } from '../testUtils/sampleFleet';
import {
  describeKindsRead,
  describeNextTry,
  describeWorkloadsOf,
  isReadInPart,
} from './describeClusterRow';

const t = englishWords();
const now = new Date('2026-01-05T10:42:00.000Z');
const clusters = sampleClusters(now);

describe('a row of the clusters', () => {
  it('counts the kinds that are read', () => {
    expect(clusters.map(cluster => describeKindsRead(cluster, t))).toEqual([
      '0 of 11',
      '10 of 11',
      '0 of 11',
      '9 of 11',
      '11 of 11',
      '11 of 11',
    ]);
  });

  it('says of a count how far it can be believed', () => {
    expect(clusters.map(cluster => describeWorkloadsOf(cluster, t))).toEqual([
      '6 last seen',
      '88',
      '–',
      '140 so far',
      '267',
      '412',
    ]);
  });

  it('counts a refused kind as trouble, and a first read not', () => {
    expect(clusters.filter(isReadInPart).map(({ name }) => name)).toEqual([
      'harbour',
      'lab',
      'forge',
    ]);
  });

  it('counts a kind that only adds a detail where it is read, and misses it nowhere', () => {
    const [, , , , annex] = clusters;
    const withApplications = (state: WatchState) => ({
      ...annex,
      watches: { ...annex.watches, Application: state },
    });
    const forbidden: WatchState = {
      kind: 'dark',
      since: now.toISOString(),
      problem: {
        reason: 'forbidden',
        message: 'The API server answered 403.',
        nextTryAt: new Date(now.getTime() + 7_000).toISOString(),
      },
    };
    const live: WatchState = { kind: 'live', asOf: now.toISOString() };

    expect(describeKindsRead(withApplications(live), t)).toBe('12 of 12');
    expect(describeKindsRead(withApplications(forbidden), t)).toBe('11 of 11');
    expect(
      describeNextTry(withApplications(forbidden), now.getTime(), t),
    ).toBeUndefined();
  });

  it('misses no kind that the cluster does not serve, unless somebody asks for it', () => {
    const unserved: WatchState = {
      kind: 'dark',
      since: now.toISOString(),
      problem: {
        reason: 'not-served',
        message: 'The API server answered 404.',
        nextTryAt: new Date(now.getTime() + 7_000).toISOString(),
      },
    };
    const [, lab, , , annex] = clusters;
    const withRoute = (cluster: ClusterSummary): ClusterSummary => ({
      ...cluster,
      watches: { ...cluster.watches, Route: unserved },
    });
    expect(isReadInPart(withRoute(annex))).toBe(false);
    expect(describeKindsRead(withRoute(annex), t)).toBe('11 of 11');
    expect(describeNextTry(withRoute(annex), now.getTime(), t)).toBeUndefined();

    const [finding] = lab.findings;
    const asked: ClusterSummary = {
      ...withRoute(annex),
      findings: [
        {
          ...finding,
          rule: 'kind-served',
          fixes: [],
          message: {
            id: 'not-served',
            values: { ...finding.message.values, kinds: ['Route'] },
          },
        },
      ],
    };
    expect(describeKindsRead(asked, t)).toBe('11 of 12');
    expect(describeNextTry(asked, now.getTime(), t)).toBe('Next try in 7 s.');
  });

  it('says when a cluster is asked again, where it is', () => {
    const [harbour, lab] = clusters;
    expect(describeNextTry(harbour!, now.getTime(), t)).toBe(
      'Next try in 42 s.',
    );
    expect(describeNextTry(harbour!, now.getTime() + 60_000, t)).toBe(
      'Trying again now.',
    );
    expect(describeNextTry(lab!, now.getTime(), t)).toBeUndefined();
  });
});
