import { healthFinding, judgedPods } from './healthFinding';
import { defineWorkloadRule } from './Rule';
import { claimProblemIn } from './claimProblemIn';

/**
 * Pods wait, for the scheduler finds no node for them. Where it says that a volume claim keeps it from
 * looking for one, `volumes-mount` names that cause.
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
      ({ schedulingFailure }) =>
        schedulingFailure !== undefined && !claimProblemIn(schedulingFailure),
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
          workload: workload.facts.name,
          pods: waiting.length,
          words: waiting[0].schedulingFailure ?? '',
        },
      },
    };
  },
});
