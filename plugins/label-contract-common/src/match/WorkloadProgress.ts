import { WorkloadFacts } from '../facts/WorkloadFacts';

/**
 * How far a workload is on its way, whatever its kind.
 *
 * @public
 */
export interface WorkloadProgress {
  /** Pods that are wanted; of a CronJob none, for its Jobs come and go. */
  readonly desired: number;
  /** Pods that are ready, of all revisions. */
  readonly ready: number;
  /** True while its controller still replaces or adds pods. */
  readonly isRollingOut: boolean;
  /** Why nothing of it has to run; undefined where something has. */
  readonly idle?: 'scaled-to-zero' | 'suspended' | 'completed';
  /** The controller's word for having given up, such as `ProgressDeadlineExceeded`. */
  readonly failure?: string;
  /** Why pods of an earlier template may stay for good. */
  readonly heldBy?: 'paused' | 'deadline' | 'on-delete' | 'partition';
}

/**
 * How far a workload is, from its own spec and status.
 *
 * @public
 */
export function progressOf(workload: WorkloadFacts): WorkloadProgress {
  switch (workload.kind) {
    case 'Deployment':
    case 'Rollout':
    case 'DeploymentConfig':
      return {
        ...replicasOf(workload),
        // The Deployment controller's own test for a finished rollout, turned around.
        isRollingOut:
          !workload.progressFailure &&
          !workload.isPaused &&
          (isBehind(workload) ||
            workload.replicas > workload.updatedReplicas ||
            workload.readyReplicas < workload.updatedReplicas),
        failure: workload.progressFailure,
        heldBy: heldDeployment(workload),
      };
    case 'StatefulSet': {
      const kept = workload.partition ?? 0;
      const wanted = Math.max(0, workload.desiredReplicas - kept);
      return {
        ...replicasOf(workload),
        isRollingOut:
          !workload.isObserved ||
          workload.readyReplicas < workload.desiredReplicas ||
          (workload.updateStrategy === 'RollingUpdate' &&
            workload.updatedReplicas < wanted),
        heldBy: heldStatefulSet(workload),
      };
    }
    case 'DaemonSet':
      return {
        ...replicasOf(workload),
        isRollingOut:
          !workload.isObserved ||
          workload.readyReplicas < workload.desiredReplicas ||
          (workload.updateStrategy === 'RollingUpdate' &&
            workload.updatedReplicas < workload.desiredReplicas),
        heldBy:
          workload.updateStrategy === 'OnDelete' ? 'on-delete' : undefined,
      };
    case 'ReplicaSet':
    case 'ReplicationController':
      return {
        ...replicasOf(workload),
        isRollingOut: workload.readyReplicas < workload.desiredReplicas,
        // Nothing replaces the pods of a ReplicaSet when its template changes.
        heldBy: 'on-delete',
      };
    case 'CronJob':
      return {
        desired: 0,
        ready: 0,
        isRollingOut: false,
        idle: workload.isSuspended ? 'suspended' : undefined,
      };
    case 'Job':
      return {
        desired: isOver(workload) ? 0 : workload.desiredReplicas,
        ready: isOver(workload) ? 0 : workload.readyReplicas,
        isRollingOut:
          !isOver(workload) &&
          workload.readyReplicas < workload.desiredReplicas,
        idle: idleJob(workload),
        failure: workload.failure && (workload.failure.reason ?? 'Failed'),
      };
    case 'Pod': {
      // Nothing starts a pod again that nothing controls, however it ended.
      const isEnded = ['Succeeded', 'Failed'].includes(workload.phase);
      return {
        desired: isEnded ? 0 : 1,
        ready: workload.isReady ? 1 : 0,
        isRollingOut: !isEnded && !workload.isReady,
        idle: isEnded ? 'completed' : undefined,
      };
    }
    default:
      return workload satisfies never;
  }
}

function replicasOf({
  desiredReplicas,
  readyReplicas,
}: {
  readonly desiredReplicas: number;
  readonly readyReplicas: number;
}) {
  return {
    desired: desiredReplicas,
    ready: readyReplicas,
    idle: desiredReplicas === 0 ? 'scaled-to-zero' : undefined,
  } as const;
}

function isBehind(workload: {
  readonly isObserved: boolean;
  readonly updatedReplicas: number;
  readonly desiredReplicas: number;
}): boolean {
  return (
    !workload.isObserved || workload.updatedReplicas < workload.desiredReplicas
  );
}

function heldDeployment(workload: {
  readonly isPaused?: boolean;
  readonly progressFailure?: string;
}): WorkloadProgress['heldBy'] {
  if (workload.isPaused) {
    return 'paused';
  }
  return workload.progressFailure ? 'deadline' : undefined;
}

function heldStatefulSet(workload: {
  readonly updateStrategy: 'RollingUpdate' | 'OnDelete';
  readonly partition?: number;
}): WorkloadProgress['heldBy'] {
  if (workload.updateStrategy === 'OnDelete') {
    return 'on-delete';
  }
  return workload.partition ? 'partition' : undefined;
}

function isOver(job: Extract<WorkloadFacts, { kind: 'Job' }>): boolean {
  return idleJob(job) !== undefined || job.failure !== undefined;
}

function idleJob(
  job: Extract<WorkloadFacts, { kind: 'Job' }>,
): WorkloadProgress['idle'] {
  if (job.completedAt !== undefined) {
    return 'completed';
  }
  return job.isSuspended ? 'suspended' : undefined;
}
