import { healthFinding, judgedPods } from './healthFinding';
import { defineWorkloadRule } from './Rule';

/**
 * Pods wait, for the scheduler finds no node for them.
 *
 * @public
 */
export const podsSchedulable = defineWorkloadRule({
  id: 'pods-schedulable',
  description: 'The scheduler finds a node for every pod.',
  verdict: 'health',
  severities: ['error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload }) {
    const waiting = judgedPods(workload).filter(
      ({ schedulingFailure }) => schedulingFailure !== undefined,
    );
    if (waiting.length === 0) {
      return undefined;
    }
    return {
      rule: 'pods-schedulable',
      ...healthFinding(workload),
      message: {
        id: 'unschedulable',
        values: {
          workload: workload.deployment.name,
          pods: waiting.length,
          words: waiting[0].schedulingFailure ?? '',
        },
      },
    };
  },
});
