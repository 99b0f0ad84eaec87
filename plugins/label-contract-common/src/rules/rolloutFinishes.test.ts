import { aHealthCheck } from '../testUtils/aHealthCheck';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf } from '../testUtils/healthOf';
import {
  aDeploymentConfig,
  aRollout,
  aStatefulSet,
} from '../testUtils/workloads';
import { checkHealth } from './checkHealth';

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
      message: { id: 'deadline-exceeded', values: { ready: 1, of: 3 } },
    });
  });

  it.each([
    aRollout({ name: 'desk', progressFailure: 'RolloutAborted' }),
    aDeploymentConfig({ name: 'desk', progressFailure: 'RolloutCancelled' }),
  ])("has the $kind's own word for giving up", workload => {
    expect(checkHealth(aHealthCheck(workload))).toMatchObject({
      rule: 'rollout-finishes',
      message: {
        id: 'given-up',
        values: { reason: workload.progressFailure },
      },
    });
  });

  it('waits for a StatefulSet as long as that does itself', () => {
    const workload = aStatefulSet({ name: 'desk', readyReplicas: 0 });
    expect(checkHealth(aHealthCheck(workload))).toBeUndefined();
  });

  it.each([{}, { progressFailure, desiredReplicas: 0 }])(
    'says nothing of a Deployment with %j',
    facts => {
      expect(healthOf(aSickWorkload([{}], facts))).toBeUndefined();
    },
  );
});
