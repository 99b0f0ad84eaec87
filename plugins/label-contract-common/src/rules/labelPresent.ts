import { labelFinding } from './labelFinding';
import { defineWorkloadRule } from './Rule';

/**
 * No level of a workload that belongs to the entity carries the contract label. That it belongs there
 * is certain where an earlier revision carried it; a recommended label is a good reason to ask.
 *
 * @public
 */
export const labelPresent = defineWorkloadRule({
  id: 'label-present',
  description: 'A workload of the service carries the contract label at all.',
  verdict: 'contract',
  severities: ['error', 'warning'],
  owners: ['ops'],
  evidences: ['exact', 'strong'],
  fixes: ['set-label'],
  check({ workload }) {
    const { object, podTemplate } = workload.levels;
    const isAbsent =
      object.value === undefined && podTemplate.value === undefined;
    if (workload.isMatched || !isAbsent) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    const wasThere = workload.evidence === 'exact';
    return {
      rule: 'label-present',
      severity: wasThere ? 'error' : 'warning',
      ...finding,
      message: { id: wasThere ? 'was-there' : 'missing', values },
    };
  },
});
