import { KUBERNETES_ID } from '../annotations';
import { termsOfSelector } from '../claim/termsOfSelector';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { labelFinding } from './labelFinding';
import { ownLevelsOf } from './ownLevelsOf';
import { recreateWorkloadFix } from './recreateWorkloadFix';
import { defineWorkloadRule } from './Rule';

/**
 * The contract label is no part of `spec.selector`, which the API server lets nobody change: with it
 * there, another value in the catalog means to make the workload anew. Not said of a claim by selector,
 * for its labels are made for that, and `app` is in every selector.
 *
 * @public
 */
export const labelOutsideSelector = defineWorkloadRule({
  id: 'label-outside-selector',
  description:
    'The contract label is not in `spec.selector` of the workload, so that it can be changed.',
  verdict: 'contract',
  severities: ['warning'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: ['recreate-workload'],
  check({ workload }) {
    const [term, ...others] = termsOfSelector(workload.selector);
    const isById = term?.key === KUBERNETES_ID && others.length === 0;
    if (!isById || !workload.isMatched || !isSelected(workload)) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    const fix = recreateWorkloadFix({ workload, levels: [], term });
    return {
      rule: 'label-outside-selector',
      ...finding,
      message: {
        id: 'in-selector',
        values: { ...values, key: term.key, shouldBe: term.value },
      },
      fixes: fix ? [fix] : [],
    };
  },
});

/** Alone only: where a label has to change, the finding about that label says it with its fix. */
function isSelected(workload: MatchedWorkload): boolean {
  const { facts } = workload;
  switch (facts.kind) {
    case 'Pod':
    case 'CronJob':
    case 'Job':
      // These have no selector of their own making.
      return false;
    case 'DeploymentConfig':
    case 'ReplicationController':
      // OpenShift fills in the labels of the template there, and lets them be changed.
      return false;
    default:
      return (
        facts.selectorKeys?.includes(KUBERNETES_ID) === true &&
        ownLevelsOf(workload).every(({ label }) => label.matches)
      );
  }
}
