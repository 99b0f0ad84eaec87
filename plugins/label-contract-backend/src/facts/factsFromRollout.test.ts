import { factsFromRollout } from './factsFromRollout';

const metadata = {
  name: 'desk',
  namespace: 'desk-team',
  uid: 'u-1',
  generation: 4,
};

const factsOf = (status: object, spec: object = {}) =>
  factsFromRollout({ metadata, spec, status }, 'prod-1');

describe('factsFromRollout', () => {
  it('keeps replicas, and the generation that it writes as a text', () => {
    const replicas = { replicas: 3, updatedReplicas: 2, readyReplicas: 1 };
    expect(
      factsOf({ ...replicas, observedGeneration: '4' }, { replicas: 3 }),
    ).toMatchObject({
      kind: 'Rollout',
      desiredReplicas: 3,
      ...replicas,
      isObserved: true,
      isPaused: false,
      progressFailure: undefined,
    });
  });

  it.each([
    ['3', false],
    [undefined, false],
    ['5f8d7c9b', true],
  ])('takes the observed generation %j for observed: %j', (text, expected) => {
    expect(factsOf({ observedGeneration: text }).isObserved).toBe(expected);
  });

  it('names what it borrows its template from', () => {
    const workloadRef = { kind: 'Deployment', name: 'desk-base' };
    expect(factsOf({}, { workloadRef })).toMatchObject({
      templateOf: 'desk-base',
      templateLabels: {},
    });
    expect(factsOf({}).templateOf).toBeUndefined();
  });

  it('is paused by its spec, and by a step of its strategy', () => {
    expect(factsOf({}, { paused: true }).isPaused).toBe(true);
    const pauseConditions = [{ reason: 'CanaryPauseStep' }];
    expect(factsOf({ pauseConditions }).isPaused).toBe(true);
  });

  it.each([
    [
      { type: 'Progressing', status: 'False', reason: 'RolloutAborted' },
      'RolloutAborted',
    ],
    [
      { type: 'InvalidSpec', status: 'True', reason: 'InvalidSpec' },
      'InvalidSpec',
    ],
    [{ type: 'Available', status: 'True' }, 'Degraded'],
  ])('says why it is degraded: %j', (condition, reason) => {
    const conditions = [condition];
    expect(factsOf({ phase: 'Degraded', conditions }).progressFailure).toBe(
      reason,
    );
    expect(factsOf({ phase: 'Progressing', conditions }).progressFailure).toBe(
      undefined,
    );
  });
});
