import { labelFinding } from './labelFinding';
import { LABEL_FIXES } from './labelFixesOf';
import { defineWorkloadRule } from './Rule';

/**
 * A CronJob of which some level matches, and whose Jobs or pods do not get the label: the job template
 * has labels, but not this one, or the pod template lacks it. A job template without any labels gets
 * those of the pod template. Source: `SetDefaults_Job` of Kubernetes.
 *
 * @public
 */
export const labelOnEveryCronLevel = defineWorkloadRule({
  id: 'label-on-every-cron-level',
  description:
    'The contract label of a CronJob also stands in its job template and in the pod template of that.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: LABEL_FIXES,
  check({ workload }) {
    const { jobTemplate, podTemplate } = workload.levels;
    const isAbsent = [jobTemplate, podTemplate].some(
      level => level && !level.matches && level.value === undefined,
    );
    if (workload.facts.kind !== 'CronJob' || !workload.isMatched || !isAbsent) {
      return undefined;
    }

    const { values, ...finding } = labelFinding(workload);
    return {
      rule: 'label-on-every-cron-level',
      ...finding,
      message: { id: 'missing', values },
    };
  },
});
