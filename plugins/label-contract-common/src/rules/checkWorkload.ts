import { MatchedWorkload } from '../report/MatchedWorkload';
import { allRules } from './allRules';
import { Finding } from './Finding';
import { Rule } from './Rule';

/** The findings of one workload: at most one about its labels, at most one about its health. */
export function checkWorkload(options: {
  workload: MatchedWorkload;
  now: Date;
}): Finding[] {
  const firstFinding = (verdict: Rule['verdict']) =>
    allRules
      .filter(rule => rule.verdict === verdict)
      .map(rule => rule.check(options))
      .find(finding => finding !== undefined);

  return [firstFinding('contract'), firstFinding('health')].filter(
    finding => finding !== undefined,
  );
}
