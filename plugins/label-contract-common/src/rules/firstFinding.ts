import { workloadRules } from './allRules';
import { WorkloadFinding } from './Finding';
import { usualOf, WorkloadCheck, WorkloadRule } from './Rule';

/** What the first rule of one verdict says that is not kept: one cause, one finding. */
export function firstFinding(
  verdict: WorkloadRule['verdict'],
  options: WorkloadCheck,
): WorkloadFinding | undefined {
  return workloadRules
    .filter(rule => rule.verdict === verdict)
    .map(rule => {
      const breach = rule.check(options);
      return breach && { ...usualOf(rule), ...breach };
    })
    .find(finding => finding !== undefined);
}
