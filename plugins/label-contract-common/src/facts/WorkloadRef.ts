import { DeploymentFacts } from './DeploymentFacts';

/**
 * Names one workload, unmistakably (uid) and readably (the rest).
 *
 * @public
 */
export interface WorkloadRef {
  readonly cluster: string;
  readonly namespace: string;
  readonly kind: DeploymentFacts['kind'];
  readonly name: string;
  readonly uid: string;
}

/**
 * The reference of a workload that the portal remembers.
 *
 * @public
 */
export function refOfWorkload(workload: DeploymentFacts): WorkloadRef {
  const { cluster, namespace, kind, name, uid } = workload;
  return { cluster, namespace, kind, name, uid };
}
