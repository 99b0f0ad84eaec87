import {
  Facts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import { factsFromApplication } from './factsFromApplication';
import { factsFromControllerRevision } from './factsFromControllerRevision';
import { factsFromCronJob } from './factsFromCronJob';
import { factsFromDaemonSet } from './factsFromDaemonSet';
import { factsFromDeployment } from './factsFromDeployment';
import { factsFromDeploymentConfig } from './factsFromDeploymentConfig';
import { factsFromEndpointSlice } from './factsFromEndpointSlice';
import { factsFromHorizontalPodAutoscaler } from './factsFromHorizontalPodAutoscaler';
import { factsFromIngress, factsFromRoute } from './factsFromIngress';
import { factsFromJob } from './factsFromJob';
import { factsFromNamespace } from './factsFromNamespace';
import { factsFromNode } from './factsFromNode';
import { factsFromPod } from './factsFromPod';
import {
  factsFromReplicaSet,
  factsFromReplicationController,
} from './factsFromReplicaSet';
import { factsFromRollout } from './factsFromRollout';
import { factsFromService } from './factsFromService';
import { factsFromStatefulSet } from './factsFromStatefulSet';

/** For every watched kind: from the API server's JSON to the little that is kept of it. */
export const factsFrom: Readonly<
  Record<WatchedKind, (raw: unknown, cluster: string) => Facts>
> = {
  Deployment: factsFromDeployment,
  StatefulSet: factsFromStatefulSet,
  DaemonSet: factsFromDaemonSet,
  Rollout: factsFromRollout,
  DeploymentConfig: factsFromDeploymentConfig,
  CronJob: factsFromCronJob,
  Job: factsFromJob,
  ReplicaSet: factsFromReplicaSet,
  ReplicationController: factsFromReplicationController,
  Pod: factsFromPod,
  ControllerRevision: factsFromControllerRevision,
  Service: factsFromService,
  EndpointSlice: factsFromEndpointSlice,
  Ingress: factsFromIngress,
  Route: factsFromRoute,
  HorizontalPodAutoscaler: factsFromHorizontalPodAutoscaler,
  Namespace: factsFromNamespace,
  Node: factsFromNode,
  Application: factsFromApplication,
};
