import { FleetWorkload } from './Fleet';
import {
  makeBarePod,
  makeBareReplicaSet,
  PodSituation,
} from './kinds/makeBarePod';
import {
  DeploymentSituation,
  makeDeployment,
  RevisedFacts,
} from './kinds/makeDeployment';
import {
  CronJobSituation,
  JobSituation,
  makeCronJob,
  makeJob,
} from './kinds/makeJob';
import {
  DirectFacts,
  DirectSituation,
  makeStatefulSet,
} from './kinds/makeStatefulSet';
import { WorkloadSpec } from './kinds/WorkloadSpec';

/** A kind of workload, and what one of it is in the middle of. None of it is an alarm. */
export type Shape =
  | {
      readonly kind: RevisedFacts['kind'];
      readonly situation: DeploymentSituation;
    }
  | { readonly kind: DirectFacts['kind']; readonly situation: DirectSituation }
  | { readonly kind: 'CronJob'; readonly situation: CronJobSituation }
  | { readonly kind: 'Job'; readonly situation: JobSituation }
  | { readonly kind: 'Pod'; readonly situation: PodSituation }
  | { readonly kind: 'ReplicaSet'; readonly situation: 'steady' };

/** Makes a workload with everything below it, as the controllers would leave it. */
export function makeWorkload(spec: WorkloadSpec, shape: Shape): FleetWorkload {
  switch (shape.kind) {
    case 'Deployment':
    case 'Rollout':
    case 'DeploymentConfig':
      return makeDeployment(spec, shape.kind, shape.situation);
    case 'StatefulSet':
    case 'DaemonSet':
      return makeStatefulSet(spec, shape.kind, shape.situation);
    case 'CronJob':
      return makeCronJob(spec, shape.situation);
    case 'Job':
      return makeJob(spec, shape.situation);
    case 'Pod':
      return makeBarePod(spec, shape.situation);
    case 'ReplicaSet':
      return makeBareReplicaSet(spec);
    default:
      return shape satisfies never;
  }
}
