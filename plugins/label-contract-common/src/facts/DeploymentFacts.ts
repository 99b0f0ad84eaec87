import { ReplicatedFacts } from './TemplatedFacts';

/**
 * What the portal remembers of a Deployment.
 *
 * @public
 */
export interface DeploymentFacts extends ReplicatedFacts {
  readonly kind: 'Deployment';
  /** `spec.paused`. */
  readonly isPaused?: boolean;
  /** Reason of the `Progressing` condition while it is False, such as `ProgressDeadlineExceeded`. */
  readonly progressFailure?: string;
  /**
   * The API server's words where it refused to create pods (condition `ReplicaFailure`, reason
   * `FailedCreate`) or their ReplicaSet; secrets masked, length capped.
   */
  readonly creationFailure?: string;
}
