import { TemplatedFacts } from './TemplatedFacts';

/**
 * What the portal remembers of a ReplicaSet, or of a ReplicationController: which revision of which
 * workload it is. Without a controller it is a workload of its own.
 *
 * @public
 */
export interface ReplicaSetFacts extends TemplatedFacts {
  readonly kind: 'ReplicaSet' | 'ReplicationController';
  /**
   * The highest is the newest. Annotation `deployment.kubernetes.io/revision`; Argo Rollouts and
   * DeploymentConfigs number theirs under keys of their own.
   */
  readonly revision?: number;
  readonly desiredReplicas: number;
  readonly readyReplicas: number;
  /**
   * The API server's words where it refused to create pods (condition `ReplicaFailure`, reason
   * `FailedCreate`); secrets masked, length capped.
   */
  readonly creationFailure?: string;
}
