import { factsFromJob } from './factsFromJob';

const metadata = {
  name: 'report-1',
  namespace: 'desk-team',
  uid: 'u-1',
  creationTimestamp: '2026-01-01T10:00:00Z',
};

const factsOf = (...conditions: object[]) =>
  factsFromJob({ metadata, status: { conditions } }, 'c');

describe('factsFromJob', () => {
  it('keeps how many pods are wanted, run and are ready', () => {
    expect(
      factsFromJob(
        {
          metadata,
          spec: { parallelism: 3, suspend: true },
          status: { active: 2, ready: 1 },
        },
        'prod-1',
      ),
    ).toMatchObject({
      kind: 'Job',
      desiredReplicas: 3,
      activePods: 2,
      readyReplicas: 1,
      isSuspended: true,
      createdAt: '2026-01-01T10:00:00Z',
      completedAt: undefined,
      failure: undefined,
      isHook: false,
    });
  });

  it('knows since when it is complete', () => {
    const lastTransitionTime = '2026-01-01T10:05:00Z';
    const complete = { type: 'Complete', lastTransitionTime };
    expect(factsOf({ ...complete, status: 'True' }).completedAt).toBe(
      lastTransitionTime,
    );
    expect(factsOf({ ...complete, status: 'False' }).completedAt).toBe(
      undefined,
    );
  });

  it('keeps why it failed, without secrets', () => {
    const failed = {
      type: 'Failed',
      reason: 'BackoffLimitExceeded',
      message: 'could not reach https://robot:s3cret@host.test/',
      lastTransitionTime: '2026-01-01T10:05:00Z',
    };
    expect(factsOf({ ...failed, status: 'True' }).failure).toEqual({
      reason: 'BackoffLimitExceeded',
      message: expect.not.stringContaining('s3cret'),
      at: '2026-01-01T10:05:00Z',
    });
    expect(factsOf({ ...failed, status: 'False' }).failure).toBeUndefined();
  });

  it.each(['helm.sh/hook', 'argocd.argoproj.io/hook'])(
    'knows a hook by %s',
    key => {
      const annotations = { [key]: 'pre-upgrade' };
      expect(
        factsFromJob({ metadata: { ...metadata, annotations } }, 'c').isHook,
      ).toBe(true);
    },
  );
});
