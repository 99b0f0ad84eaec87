import { checkHealth } from '../rules/checkHealth';
import { WorkloadReport } from './EntityReport';
import { MatchedWorkload } from '../match/MatchedWorkload';

/**
 * Does this one workload run? `failing` wins over `progressing`: a rollout whose new pods crash is
 * not on its way.
 */
export function healthOfWorkload(options: {
  workload: MatchedWorkload;
  now: Date;
}): WorkloadReport['health'] {
  const { workload } = options;
  const { deployment } = workload;

  if (deployment.desiredReplicas === 0) {
    return 'nothing-running';
  }
  if (checkHealth(options)) {
    return 'failing';
  }
  return workload.isRollingOut ||
    deployment.readyReplicas < deployment.desiredReplicas
    ? 'progressing'
    : 'healthy';
}
