import { workloadRules } from './allRules';
import { WorkloadFinding } from './Finding';
import { usualOf, WorkloadCheck, WorkloadRule } from './Rule';

/** What the first rule of one verdict says that is not kept: one cause, one finding. */
export function firstFinding(
  verdict: WorkloadRule['verdict'],
  options: WorkloadCheck,
): WorkloadFinding | undefined {
  for (const rule of workloadRules) {
    const breach = rule.verdict === verdict ? rule.check(options) : undefined;
    if (breach) {
      return { ...usualOf(rule), ...breach };
    }
  }
  return undefined;
}
