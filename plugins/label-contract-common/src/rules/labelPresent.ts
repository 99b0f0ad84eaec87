import { labelFinding } from './labelFinding';
import { LABEL_FIXES } from './labelFixesOf';
import { ownLevelsOf } from './ownLevelsOf';
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
  fixes: LABEL_FIXES,
  check({ workload }) {
    const isAbsent = ownLevelsOf(workload).every(
      ({ label }) => label.value === undefined,
    );
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
