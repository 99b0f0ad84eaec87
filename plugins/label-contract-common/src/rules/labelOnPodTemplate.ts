import { labelFinding } from './labelFinding';
import { LABEL_FIXES } from './labelFixesOf';
import { ownLevelsOf } from './ownLevelsOf';
import { defineWorkloadRule } from './Rule';

/**
 * The object matches, its pod template carries no contract label at all: the row is drawn, its pods
 * are not.
 *
 * @public
 */
export const labelOnPodTemplate = defineWorkloadRule({
  id: 'label-on-pod-template',
  description:
    'The pod template carries the contract label, not only the workload.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: LABEL_FIXES,
  check({ workload }) {
    const { facts, levels } = workload;
    const template = ownLevelsOf(workload).find(
      ({ level }) => level === 'pod-template',
    )?.label;
    if (
      // Its pods have another way to go wrong: by way of its Jobs.
      facts.kind === 'CronJob' ||
      !levels.object.matches ||
      !template ||
      template.matches ||
      template.value !== undefined
    ) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    return {
      rule: 'label-on-pod-template',
      ...finding,
      message: { id: 'missing', values },
    };
  },
});
