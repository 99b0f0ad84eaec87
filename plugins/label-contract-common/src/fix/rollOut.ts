import { Facts } from '../facts/Facts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { replacePods } from './replacePods';
import { rollOutReplicaSet } from './rollOutReplicaSet';

/**
 * The facts after a workload's controller has brought its pod template to its pods, as far as it does
 * so: not while it is paused, and not where nothing replaces pods.
 */
export function rollOut(
  workload: WorkloadFacts,
  others: readonly Facts[],
): Facts[] {
  switch (workload.kind) {
    case 'Deployment':
    case 'Rollout':
    case 'DeploymentConfig':
      return workload.isPaused
        ? [workload, ...others]
        : rollOutReplicaSet(workload, others);
    case 'StatefulSet':
    case 'DaemonSet':
      return replacePods(workload, others);
    case 'CronJob':
      return [workload, ...withoutRunningJobs(workload, others)];
    case 'Job':
    case 'ReplicaSet':
    case 'ReplicationController':
    case 'Pod':
      return [workload, ...others];
    default:
      return workload satisfies never;
  }
}

/** The Jobs that run end, and the next ones are of the new template. What has failed stays failed. */
function withoutRunningJobs(
  { cluster, uid }: WorkloadFacts,
  others: readonly Facts[],
): Facts[] {
  const running = new Set(
    others
      .filter(fact => fact.kind === 'Job')
      .filter(job => job.cluster === cluster && job.controllerUid === uid)
      .filter(job => !job.completedAt && !job.failure && !job.isSuspended)
      .map(job => job.uid),
  );
  return others.filter(
    fact =>
      fact.cluster !== cluster ||
      !(running.has(fact.uid) || running.has(fact.controllerUid ?? '')),
  );
}
