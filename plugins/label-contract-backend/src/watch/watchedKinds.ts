import { WatchedKind } from '@portal-operations/plugin-label-contract-common';

/** Where the API server serves each watched kind. What most reports need is listed first. */
export const watchedKinds: Readonly<Record<WatchedKind, WatchedResource>> = {
  Deployment: { group: 'apps', version: 'v1', plural: 'deployments' },
  ReplicaSet: { group: 'apps', version: 'v1', plural: 'replicasets' },
  Pod: { group: '', version: 'v1', plural: 'pods' },
  StatefulSet: { group: 'apps', version: 'v1', plural: 'statefulsets' },
  DaemonSet: { group: 'apps', version: 'v1', plural: 'daemonsets' },
  ControllerRevision: {
    group: 'apps',
    version: 'v1',
    plural: 'controllerrevisions',
  },
  CronJob: { group: 'batch', version: 'v1', plural: 'cronjobs' },
  Job: { group: 'batch', version: 'v1', plural: 'jobs' },
  ReplicationController: {
    group: '',
    version: 'v1',
    plural: 'replicationcontrollers',
  },
  Service: { group: '', version: 'v1', plural: 'services' },
  EndpointSlice: {
    group: 'discovery.k8s.io',
    version: 'v1',
    plural: 'endpointslices',
    isOptional: true,
  },
  Ingress: {
    group: 'networking.k8s.io',
    version: 'v1',
    plural: 'ingresses',
    isOptional: true,
  },
  HorizontalPodAutoscaler: {
    group: 'autoscaling',
    version: 'v2',
    plural: 'horizontalpodautoscalers',
    isOptional: true,
  },
  Namespace: {
    group: '',
    version: 'v1',
    plural: 'namespaces',
    isClusterWide: true,
  },
  Node: { group: '', version: 'v1', plural: 'nodes', isClusterWide: true },
  Rollout: {
    group: 'argoproj.io',
    version: 'v1alpha1',
    plural: 'rollouts',
    isOptional: true,
  },
  DeploymentConfig: {
    group: 'apps.openshift.io',
    version: 'v1',
    plural: 'deploymentconfigs',
    isOptional: true,
  },
  Route: {
    group: 'route.openshift.io',
    version: 'v1',
    plural: 'routes',
    isOptional: true,
  },
  Application: {
    group: 'argoproj.io',
    version: 'v1alpha1',
    plural: 'applications',
    isOptional: true,
    isDispensable: true,
  },
};

/** One kind as the API server serves it. */
export interface WatchedResource {
  /** API group; empty for the core. */
  readonly group: string;
  /** Version whose objects are understood best; where a cluster serves another one only, that is read. */
  readonly version: string;
  /** Name in paths, RBAC rules and messages. */
  readonly plural: string;
  /**
   * True where a cluster may well not serve it: kinds of Argo CD and OpenShift, and versions of an API
   * that a cluster of some years ago does not know. All others are served by whatever is Kubernetes.
   */
  readonly isOptional?: boolean;
  /** True where nobody is told that it may not be read (`isDispensableKind`). */
  readonly isDispensable?: boolean;
  /** True where its objects live in no namespace. */
  readonly isClusterWide?: boolean;
}
