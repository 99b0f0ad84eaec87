import { TemplatedFacts } from './TemplatedFacts';

/**
 * What the portal remembers of a Job.
 *
 * @public
 */
export interface JobFacts extends TemplatedFacts {
  readonly kind: 'Job';
  readonly isSuspended: boolean;
  /** Pods that run at the same time (`spec.parallelism`). */
  readonly desiredReplicas: number;
  /** Pods that run (`status.active`). */
  readonly activePods: number;
  /** Pods that are ready (`status.ready`). */
  readonly readyReplicas: number;
  /** ISO 8601; the condition `Complete` is True since then. */
  readonly completedAt?: string;
  /** The condition `Failed` while it is True. */
  readonly failure?: {
    /** Such as `BackoffLimitExceeded`. */
    readonly reason?: string;
    /** Kubernetes' sentence; secrets masked, length capped. */
    readonly message?: string;
    /** ISO 8601. */
    readonly at?: string;
  };
  /** ISO 8601. */
  readonly createdAt?: string;
  /** A hook or test of Helm or Argo CD: its failure is the business of whoever releases. */
  readonly isHook?: boolean;
}
