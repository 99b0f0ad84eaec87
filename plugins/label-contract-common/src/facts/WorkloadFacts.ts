import { CronJobFacts } from './CronJobFacts';
import { DaemonSetFacts } from './DaemonSetFacts';
import { DeploymentConfigFacts } from './DeploymentConfigFacts';
import { DeploymentFacts } from './DeploymentFacts';
import { JobFacts } from './JobFacts';
import { PodFacts } from './PodFacts';
import { ReplicaSetFacts } from './ReplicaSetFacts';
import { RolloutFacts } from './RolloutFacts';
import { StatefulSetFacts } from './StatefulSetFacts';

/**
 * What is at the top of a chain of controllers, as far as it is watched: a workload. ReplicaSets, Jobs
 * and Pods are workloads only where nothing that is watched controls them.
 *
 * @public
 */
export type WorkloadFacts =
  | DeploymentFacts
  | StatefulSetFacts
  | DaemonSetFacts
  | RolloutFacts
  | DeploymentConfigFacts
  | CronJobFacts
  | JobFacts
  | ReplicaSetFacts
  | PodFacts;

/**
 * Kinds of workloads.
 *
 * @public
 */
export type WorkloadKind = WorkloadFacts['kind'];
