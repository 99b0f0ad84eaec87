import { Labels, ObjectFacts } from './ObjectFacts';

/**
 * What the portal remembers of a ReplicaSet: which revision of which Deployment it is.
 *
 * @public
 */
export interface ReplicaSetFacts extends ObjectFacts {
  readonly kind: 'ReplicaSet';
  readonly templateLabels: Labels;
  /** Annotation `deployment.kubernetes.io/revision`; the highest is the newest. */
  readonly revision?: number;
  readonly desiredReplicas: number;
  /**
   * The API server's words where it refused to create pods (condition `ReplicaFailure`, reason
   * `FailedCreate`); secrets masked, length capped.
   */
  readonly creationFailure?: string;
}
