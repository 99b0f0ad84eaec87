import { labelFinding } from './labelFinding';
import { defineWorkloadRule } from './Rule';

/**
 * A level carries the contract label with a value that the claim does not ask for. That the workload
 * belongs to the entity is certain where another level matches; else its evidence says why.
 *
 * @public
 */
export const labelMatchesClaim = defineWorkloadRule({
  id: 'label-matches-claim',
  description:
    'Where a workload carries the contract label, it has the value that the catalog asks for.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['ops', 'catalog'],
  evidences: ['exact', 'strong'],
  fixes: ['set-label', 'edit-annotations'],
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
});
