import { labelFinding } from './labelFinding';
import { WorkloadRule } from './Rule';

/**
 * A level carries the contract label with a value that the claim does not ask for, while another
 * level of the same workload matches.
 *
 * @public
 */
export const labelMatchesClaim: WorkloadRule = {
  id: 'label-matches-claim',
  verdict: 'contract',
  check({ workload }) {
    const { object, podTemplate } = workload.levels;
    const differing = [object, podTemplate].find(
      level => !level.matches && level.value !== undefined,
    );
    if (!differing) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    const id =
      differing.value === workload.deployment.name
        ? 'value-is-workload-name'
        : 'value-differs';
    return {
      rule: 'label-matches-claim',
      ...finding,
      message: { id, values: { ...values, is: differing.value } },
    };
  },
};
