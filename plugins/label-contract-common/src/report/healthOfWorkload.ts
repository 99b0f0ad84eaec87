import { checkHealth } from '../rules/checkHealth';
import { hasToRun } from '../rules/hasToRun';
import { WorkloadCheck } from '../rules/Rule';
import { WorkloadReport } from './EntityReport';

/**
 * Does this one workload run? `failing` wins over `progressing`: a rollout whose new pods crash is
 * not on its way. A CronJob between two runs is healthy, for nothing of it is wanted.
 */
export function healthOfWorkload(
  options: WorkloadCheck,
): WorkloadReport['health'] {
  if (!hasToRun(options)) {
    return 'nothing-running';
  }
  if (checkHealth(options)) {
    return 'failing';
  }
  const { progress } = options.workload;
  return progress.isRollingOut || progress.ready < progress.desired
    ? 'progressing'
    : 'healthy';
}
