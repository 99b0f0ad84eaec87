import { labelFinding } from './labelFinding';
import { LABEL_FIXES } from './labelFixesOf';
import { defineWorkloadRule } from './Rule';

/**
 * The pod template (or a running pod) matches, the object carries no contract label: neither its
 * row nor its pods are drawn.
 *
 * @public
 */
export const labelOnObject = defineWorkloadRule({
  id: 'label-on-object',
  description:
    'The workload itself carries the contract label, not only its pod template.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: LABEL_FIXES,
  check({ workload }) {
    const { object } = workload.levels;
    if (!workload.isMatched || object.matches || object.value !== undefined) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    return {
      rule: 'label-on-object',
      ...finding,
      message: { id: 'missing', values },
    };
  },
});
