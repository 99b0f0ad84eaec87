import { ClusterResponse } from '@portal-operations/plugin-label-contract-node';
import { Readable } from 'node:stream';
import { ManualClock } from '../tests/ManualClock';
import { Discovery } from './Discovery';

const rollouts = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  plural: 'rollouts',
};

/** A cluster that answers with these bodies, by path; with 404 where there is none. */
function aCluster(answers: Record<string, object>) {
  const clock = new ManualClock();
  const asked: string[] = [];
  const discovery = new Discovery({
    cluster: 'prod-1',
    clock,
    signal: new AbortController().signal,
    async request({ path }): Promise<ClusterResponse> {
      asked.push(path);
      const body = Object.hasOwn(answers, path) ? answers[path] : undefined;
      return {
        status: body ? 200 : 404,
        headers: {},
        body: Readable.from([JSON.stringify(body ?? {})]),
      };
    },
  });
  return { discovery, clock, asked, answers };
}

function groups(...versions: string[]) {
  return {
    groups: [
      { name: 'apps', versions: [{ version: 'v1' }] },
      {
        name: 'argoproj.io',
        versions: versions.map(version => ({ version })),
      },
    ],
  };
}

const withRollouts = { resources: [{ name: 'rollouts' }] };
const withoutRollouts = { resources: [{ name: 'applications' }] };

describe('Discovery', () => {
  it('prefers the version that is wanted to that which the cluster prefers', async () => {
    const { discovery } = aCluster({
      '/apis': groups('v1', 'v1alpha1'),
      '/apis/argoproj.io/v1': withRollouts,
      '/apis/argoproj.io/v1alpha1': withRollouts,
    });
    expect(await discovery.versionOf(rollouts, { maxAgeMs: 0 })).toBe(
      'v1alpha1',
    );
  });

  it.each([
    [{ '/apis': { groups: [] } }, undefined],
    [
      {
        '/apis': groups('v1alpha1'),
        '/apis/argoproj.io/v1alpha1': withoutRollouts,
      },
      undefined,
    ],
    [
      {
        '/apis': groups('v1beta1', 'v1alpha1'),
        '/apis/argoproj.io/v1alpha1': withoutRollouts,
        '/apis/argoproj.io/v1beta1': withRollouts,
      },
      'v1beta1',
    ],
  ])('finds in %j the version %j', async (answers, version) => {
    const { discovery } = aCluster(answers);
    expect(await discovery.versionOf(rollouts, { maxAgeMs: 0 })).toBe(version);
  });

  it.each<Record<string, object>>([
    {},
    { '/apis': { message: 'Sign in' } },
    { '/apis': groups('v1alpha1') },
    { '/apis': groups('v1alpha1'), '/apis/argoproj.io/v1alpha1': [] },
  ])('does not take for an answer what is none: %j', async answers => {
    const { discovery } = aCluster(answers);
    await expect(
      discovery.versionOf(rollouts, { maxAgeMs: 0 }),
    ).rejects.toThrow(/^Reading \/apis.* of cluster 'prod-1'/);
  });

  it('asks nothing about the core, which every cluster has', async () => {
    const { discovery, asked } = aCluster({});
    const pods = { group: '', version: 'v1', plural: 'pods' };
    expect(await discovery.versionOf(pods, { maxAgeMs: 0 })).toBe('v1');
    expect(asked).toEqual([]);
  });

  it('asks once for many watches, and anew when the answer is too old', async () => {
    const { discovery, asked, clock, answers } = aCluster({
      '/apis': { groups: [] },
    });
    const ask = () => discovery.versionOf(rollouts, { maxAgeMs: 5_000 });
    await Promise.all([ask(), ask(), ask()]);
    clock.advance(5_000);
    expect(await ask()).toBeUndefined();
    expect(asked).toEqual(['/apis']);

    answers['/apis'] = groups('v1alpha1');
    answers['/apis/argoproj.io/v1alpha1'] = withRollouts;
    clock.advance(1);
    expect(await ask()).toBe('v1alpha1');
    expect(asked).toEqual(['/apis', '/apis', '/apis/argoproj.io/v1alpha1']);
  });
});
