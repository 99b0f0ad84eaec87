import { WatchedKind } from '@portal-operations/plugin-label-contract-common';

/** Where the API server serves each watched kind, for all namespaces. What most reports need is listed first. */
export const watchedKinds: Readonly<Record<WatchedKind, WatchedResource>> = {
  Deployment: { path: '/apis/apps/v1/deployments', plural: 'deployments' },
  ReplicaSet: { path: '/apis/apps/v1/replicasets', plural: 'replicasets' },
  Pod: { path: '/api/v1/pods', plural: 'pods' },
  StatefulSet: { path: '/apis/apps/v1/statefulsets', plural: 'statefulsets' },
  DaemonSet: { path: '/apis/apps/v1/daemonsets', plural: 'daemonsets' },
  ControllerRevision: {
    path: '/apis/apps/v1/controllerrevisions',
    plural: 'controllerrevisions',
  },
  CronJob: { path: '/apis/batch/v1/cronjobs', plural: 'cronjobs' },
  Job: { path: '/apis/batch/v1/jobs', plural: 'jobs' },
  ReplicationController: {
    path: '/api/v1/replicationcontrollers',
    plural: 'replicationcontrollers',
  },
  Service: { path: '/api/v1/services', plural: 'services' },
  EndpointSlice: {
    path: '/apis/discovery.k8s.io/v1/endpointslices',
    plural: 'endpointslices',
    isOptional: true,
  },
  Ingress: {
    path: '/apis/networking.k8s.io/v1/ingresses',
    plural: 'ingresses',
    isOptional: true,
  },
  HorizontalPodAutoscaler: {
    path: '/apis/autoscaling/v2/horizontalpodautoscalers',
    plural: 'horizontalpodautoscalers',
    isOptional: true,
  },
  Namespace: { path: '/api/v1/namespaces', plural: 'namespaces' },
  Node: { path: '/api/v1/nodes', plural: 'nodes' },
  Rollout: {
    path: '/apis/argoproj.io/v1alpha1/rollouts',
    plural: 'rollouts',
    isOptional: true,
  },
  DeploymentConfig: {
    path: '/apis/apps.openshift.io/v1/deploymentconfigs',
    plural: 'deploymentconfigs',
    isOptional: true,
  },
  Route: {
    path: '/apis/route.openshift.io/v1/routes',
    plural: 'routes',
    isOptional: true,
  },
};

/** One kind as the API server serves it. */
export interface WatchedResource {
  readonly path: string;
  /** Name in RBAC rules and messages. */
  readonly plural: string;
  /**
   * True where a cluster may well not serve it: kinds of Argo CD and OpenShift, and versions of an API
   * that a cluster of some years ago does not know. All others are served by whatever is Kubernetes.
   */
  readonly isOptional?: boolean;
}
