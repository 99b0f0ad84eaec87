import { labelFinding } from './labelFinding';
import { WorkloadRule } from './Rule';

/**
 * The object matches, its pod template carries no contract label at all: the row is drawn, its pods
 * are not.
 *
 * @public
 */
export const labelOnPodTemplate: WorkloadRule = {
  id: 'label-on-pod-template',
  verdict: 'contract',
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
};
