import { MatchedWorkload } from '../match/MatchedWorkload';
import { WorkloadFinding } from './Finding';
import { firstFinding } from './firstFinding';

/** Why one workload fails; undefined where it does not. What is scaled to zero cannot fail. */
export function checkHealth(options: {
  workload: MatchedWorkload;
  now: Date;
}): WorkloadFinding | undefined {
  return options.workload.deployment.desiredReplicas === 0
    ? undefined
    : firstFinding('health', options);
}
