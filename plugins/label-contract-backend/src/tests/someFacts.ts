import {
  Facts,
  Labels,
  ObjectFacts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';

const replicas = {
  desiredReplicas: 1,
  updatedReplicas: 1,
  readyReplicas: 1,
  replicas: 1,
  isObserved: true,
  isOptedOut: false,
};

const updateStrategy = 'RollingUpdate';

/** An object of any kind, with as little as its kind allows. */
export function someFacts(
  kind: WatchedKind,
  object: ObjectFacts,
  templateLabels: Labels = {},
): Facts {
  switch (kind) {
    case 'Deployment':
    case 'Rollout':
    case 'DeploymentConfig':
      return { kind, ...object, ...replicas, templateLabels };
    case 'StatefulSet':
    case 'DaemonSet':
      return { kind, ...object, ...replicas, templateLabels, updateStrategy };
    case 'CronJob':
      return {
        kind,
        ...object,
        templateLabels,
        jobTemplateLabels: {},
        isSuspended: false,
        isOptedOut: false,
      };
    case 'Job':
      return {
        kind,
        ...object,
        templateLabels,
        isSuspended: false,
        isOptedOut: false,
        desiredReplicas: 1,
        activePods: 1,
        readyReplicas: 1,
      };
    case 'ReplicaSet':
    case 'ReplicationController':
      return {
        kind,
        ...object,
        templateLabels,
        isOptedOut: false,
        desiredReplicas: 1,
        readyReplicas: 1,
      };
    case 'Pod':
      return {
        kind,
        ...object,
        phase: 'Running',
        isReady: true,
        isDeleting: false,
        containers: [],
      };
    case 'ControllerRevision':
      return { kind, ...object };
    case 'Service':
      return { kind, ...object, selector: {}, clusterIps: [], ports: [] };
    case 'EndpointSlice':
      return { kind, ...object, readyAddresses: 0 };
    case 'Ingress':
    case 'Route':
      return { kind, ...object, services: [] };
    case 'HorizontalPodAutoscaler':
      return { kind, ...object, target: { kind: 'Deployment', name: 'web' } };
    case 'Namespace':
      return { kind, ...object, isTerminating: false };
    case 'Node':
      return { kind, ...object, ready: 'True' };
    case 'Application':
      return { kind, ...object, destination: {}, selfHeals: false };
    default:
      return kind satisfies never;
  }
}
