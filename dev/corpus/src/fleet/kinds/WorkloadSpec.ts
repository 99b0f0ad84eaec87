import {
  Labels,
  ManagerFacts,
} from '@portal-operations/plugin-label-contract-common';
import { Place } from '../Fleet';

/** What is said of a workload whatever its kind. */
export interface WorkloadSpec extends Place {
  readonly name: string;
  /** Labels of every level. */
  readonly labels: Labels;
  /** Pods that are wanted. */
  readonly replicas: number;
  /** Labels of the earlier revision, where the situation has one; else those of every level. */
  readonly earlierLabels?: Labels;
  readonly manager?: ManagerFacts;
  readonly isOptedOut?: boolean;
}

/** What every kind of workload has in common. */
export function templatedFacts(spec: WorkloadSpec) {
  const { cluster, namespace, name, labels, manager } = spec;
  return {
    cluster,
    namespace,
    name,
    uid: `${cluster}/${namespace}/${name}`,
    labels,
    templateLabels: labels,
    selectorKeys: ['app'],
    manager,
    isOptedOut: spec.isOptedOut ?? false,
  };
}

/** The counts of a controller that has all the pods that it wants. */
export function settledReplicas(replicas: number) {
  return {
    desiredReplicas: replicas,
    updatedReplicas: replicas,
    readyReplicas: replicas,
    replicas,
    isObserved: true,
  };
}
