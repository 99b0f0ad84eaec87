import { labelFinding } from './labelFinding';
import { WorkloadRule } from './Rule';

/**
 * The pod template (or a running pod) matches, the object carries no contract label: neither its
 * row nor its pods are drawn.
 *
 * @public
 */
export const labelOnObject: WorkloadRule = {
  id: 'label-on-object',
  verdict: 'contract',
  check({ workload }) {
    if (workload.levels.object.value !== undefined) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    return {
      rule: 'label-on-object',
      ...finding,
      message: { id: 'missing', values },
    };
  },
};
