import { labelFinding } from './labelFinding';
import { defineWorkloadRule } from './Rule';

/**
 * The object matches, its pod template carries no contract label at all: the row is drawn, its pods
 * are not.
 *
 * @public
 */
export const labelOnPodTemplate = defineWorkloadRule({
  id: 'label-on-pod-template',
  description:
    'The pod template carries the contract label, not only the workload.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: ['set-label'],
  check({ workload }) {
    const { object, podTemplate } = workload.levels;
    if (!object.matches || podTemplate.value !== undefined) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    return {
      rule: 'label-on-pod-template',
      ...finding,
      message: { id: 'missing', values },
    };
  },
});
