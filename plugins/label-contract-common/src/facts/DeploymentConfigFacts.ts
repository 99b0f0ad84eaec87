import { ReplicatedFacts } from './TemplatedFacts';

/**
 * What the portal remembers of an OpenShift DeploymentConfig (`apps.openshift.io/v1`).
 *
 * @public
 */
export interface DeploymentConfigFacts extends ReplicatedFacts {
  readonly kind: 'DeploymentConfig';
  /** `spec.paused`. */
  readonly isPaused?: boolean;
  /** Reason of the `Progressing` condition while it is False. */
  readonly progressFailure?: string;
}
