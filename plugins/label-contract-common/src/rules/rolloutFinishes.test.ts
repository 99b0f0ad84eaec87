import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf } from '../testUtils/healthOf';

const progressFailure = 'ProgressDeadlineExceeded';

describe('rollout-finishes', () => {
  it('counts what is ready when the deadline has passed and no cause is known', () => {
    expect(
      healthOf(
        aSickWorkload([{}], {
          progressFailure,
          desiredReplicas: 3,
          readyReplicas: 1,
        }),
      ),
    ).toMatchObject({
      rule: 'rollout-finishes',
      owner: 'team',
      message: { values: { ready: 1, of: 3 } },
    });
  });

  it.each([{}, { progressFailure, desiredReplicas: 0 }])(
    'says nothing of a Deployment with %j',
    facts => {
      expect(healthOf(aSickWorkload([{}], facts))).toBeUndefined();
    },
  );
});
