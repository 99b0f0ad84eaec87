import { MatchedWorkload } from '../match/MatchedWorkload';
import { checkHealth } from './checkHealth';
import { WorkloadFinding } from './Finding';
import { firstFinding } from './firstFinding';

/**
 * The findings of one workload: at most one about its labels, at most one about its health. What only
 * probably belongs to the entity is not judged by its health.
 */
export function checkWorkload(options: {
  workload: MatchedWorkload;
  now: Date;
}): WorkloadFinding[] {
  const isCertain = options.workload.evidence === 'exact';
  return [
    firstFinding('contract', options),
    isCertain ? checkHealth(options) : undefined,
  ].filter(finding => finding !== undefined);
}
