import { isOutsideClaimedPlace } from '../evidence/workloadsBeside';
import { isWorthLabelling } from '../match/isWorthLabelling';
import { checkHealth } from './checkHealth';
import { WorkloadFinding } from './Finding';
import { firstFinding } from './firstFinding';
import { WorkloadCheck } from './Rule';

/**
 * The findings of one workload: at most one about its labels, at most one about its health. What only
 * probably belongs to the entity is not judged by its health.
 */
export function checkWorkload(options: WorkloadCheck): WorkloadFinding[] {
  const { workload, facts } = options;
  const isCertain = workload.evidence === 'exact';
  // Where only the place is wrong, the claim has to change and no label.
  const areLabelsJudged =
    isWorthLabelling(workload.facts, facts) && !isOutsideClaimedPlace(workload);
  return [
    areLabelsJudged ? firstFinding('contract', options) : undefined,
    isCertain ? checkHealth(options) : undefined,
  ].filter(finding => finding !== undefined);
}
