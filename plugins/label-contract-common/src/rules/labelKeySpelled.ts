import { misspeltKeyOf } from '../evidence/misspeltKeyOf';
import { labelFinding } from './labelFinding';
import { defineWorkloadRule } from './Rule';

/**
 * A level carries a key that is nearly the contract label's, and the key itself is absent.
 *
 * @public
 */
export const labelKeySpelled = defineWorkloadRule({
  id: 'label-key-spelled',
  description:
    'The key of the contract label is spelt `backstage.io/kubernetes-id`, letter by letter.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['ops'],
  evidences: ['exact', 'strong'],
  fixes: ['set-label'],
  check({ workload }) {
    const { deployment, levels } = workload;
    const misspelt = [
      levels.object.matches ? undefined : misspeltKeyOf(deployment.labels),
      levels.podTemplate.matches
        ? undefined
        : misspeltKeyOf(deployment.templateLabels),
    ].find(key => key !== undefined);
    if (misspelt === undefined) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    return {
      rule: 'label-key-spelled',
      ...finding,
      message: { id: 'nearly', values: { ...values, misspelt } },
    };
  },
});
