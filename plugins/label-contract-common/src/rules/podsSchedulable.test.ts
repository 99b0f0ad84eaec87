import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf } from '../testUtils/healthOf';

const waiting = {
  phase: 'Pending',
  containers: [],
  schedulingFailure: '0/3 nodes are available: 3 Insufficient memory.',
};

describe('pods-schedulable', () => {
  it('repeats the words of the scheduler and counts the pods that wait', () => {
    expect(
      healthOf(aSickWorkload([{ isReady: true }, waiting, waiting])),
    ).toMatchObject({
      rule: 'pods-schedulable',
      owner: 'ops',
      message: {
        id: 'unschedulable',
        values: {
          workload: 'ticket-desk',
          pods: 2,
          words: '0/3 nodes are available: 3 Insufficient memory.',
        },
      },
    });
  });

  it.each([
    [
      'that the scheduler has not looked at yet',
      { schedulingFailure: undefined },
    ],
    ['that is being deleted', { isDeleting: true }],
    ['that is about to be preempted', { isDisrupted: true }],
    ['that was evicted', { phase: 'Failed' }],
  ])('says nothing of a pod %s', (_, facts) => {
    expect(healthOf(aSickWorkload([{ ...waiting, ...facts }]))).toBeUndefined();
  });
});
