import { labelFinding } from './labelFinding';
import { LABEL_FIXES } from './labelFixesOf';
import { ownLevelsOf } from './ownLevelsOf';
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
  fixes: [...LABEL_FIXES, 'edit-annotations'],
  check({ workload }) {
    const differing = ownLevelsOf(workload)
      .map(({ label }) => label)
      .find(({ matches, value }) => !matches && value !== undefined);
    if (!differing) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    const id =
      differing.value === workload.facts.name
        ? 'value-is-workload-name'
        : 'value-differs';
    return {
      rule: 'label-matches-claim',
      ...finding,
      message: { id, values: { ...values, is: differing.value } },
    };
  },
});
