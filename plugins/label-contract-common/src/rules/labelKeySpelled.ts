import { KUBERNETES_ID } from '../annotations';
import { misspeltKeyOf } from '../evidence/misspeltKeyOf';
import { labelFinding } from './labelFinding';
import { LABEL_FIXES } from './labelFixesOf';
import { ownLevelsOf } from './ownLevelsOf';
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
  fixes: LABEL_FIXES,
  check({ workload }) {
    const misspelt = ownLevelsOf(workload)
      // A selector may ask for other labels, and then no key is nearly the contract label's.
      .filter(({ label }) => !label.matches && label.key === KUBERNETES_ID)
      .map(({ labels }) => misspeltKeyOf(labels))
      .find(key => key !== undefined);
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
