import { MatchedWorkload } from '../match/MatchedWorkload';
import { workloadRules } from './allRules';
import { WorkloadFinding } from './Finding';
import { WorkloadRule } from './Rule';

/** The findings of one workload: at most one about its labels, at most one about its health. */
export function checkWorkload(options: {
  workload: MatchedWorkload;
  now: Date;
}): WorkloadFinding[] {
  const firstFinding = (verdict: WorkloadRule['verdict']) =>
    workloadRules
      .filter(rule => rule.verdict === verdict)
      .map(rule => rule.check(options))
      .find(finding => finding !== undefined);

  return [firstFinding('contract'), firstFinding('health')].filter(
    finding => finding !== undefined,
  );
}
