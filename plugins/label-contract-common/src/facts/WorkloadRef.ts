import { WorkloadFacts, WorkloadKind } from './WorkloadFacts';

/**
 * Names one workload, unmistakably (uid) and readably (the rest).
 *
 * @public
 */
export interface WorkloadRef {
  readonly cluster: string;
  readonly namespace: string;
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly uid: string;
}

/**
 * The reference of a workload that the portal remembers.
 *
 * @public
 */
export function refOfWorkload(workload: WorkloadFacts): WorkloadRef {
  const { cluster, namespace, kind, name, uid } = workload;
  return { cluster, namespace, kind, name, uid };
}
