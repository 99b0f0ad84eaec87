import { Labels, ObjectFacts } from './ObjectFacts';

/**
 * What the portal remembers of a Deployment.
 *
 * @public
 */
export interface DeploymentFacts extends ObjectFacts {
  readonly kind: 'Deployment';
  readonly templateLabels: Labels;
  /** `spec.replicas`; the API server defaults it to 1. */
  readonly desiredReplicas: number;
  /** `status.updatedReplicas`: pods of the newest template. */
  readonly updatedReplicas: number;
  /** `status.readyReplicas`. */
  readonly readyReplicas: number;
  /** `status.replicas`: pods of all revisions. */
  readonly replicas: number;
  /** False while the controller has not seen the newest spec yet (`status.observedGeneration`). */
  readonly isObserved: boolean;
  /** Reason of the `Progressing` condition while it is False, such as `ProgressDeadlineExceeded`. */
  readonly progressFailure?: string;
  /**
   * The API server's words where it refused to create pods (condition `ReplicaFailure`, reason
   * `FailedCreate`) or their ReplicaSet; secrets masked, length capped.
   */
  readonly creationFailure?: string;
  /** True when `portal-operations.io/label-contract: ignore` is set. */
  readonly isOptedOut: boolean;
}
