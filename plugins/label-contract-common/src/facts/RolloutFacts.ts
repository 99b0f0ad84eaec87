import { ReplicatedFacts } from './TemplatedFacts';

/**
 * What the portal remembers of an Argo Rollout (`argoproj.io/v1alpha1`).
 *
 * @public
 */
export interface RolloutFacts extends ReplicatedFacts {
  readonly kind: 'Rollout';
  /**
   * Name of the object that its pod template is kept in (`spec.workloadRef`); its own `templateLabels`
   * are empty then.
   */
  readonly templateOf?: string;
  /** `spec.paused`, or a pause that its strategy makes (`status.pauseConditions`). */
  readonly isPaused?: boolean;
  /** `status.phase` is `Degraded`: its reason, such as `ProgressDeadlineExceeded`. */
  readonly progressFailure?: string;
}
