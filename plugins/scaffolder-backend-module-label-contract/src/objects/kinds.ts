import type { ListedKind } from './ListedKinds';

/** Where the API server keeps a kind. */
export interface KindPlace {
  readonly apiVersion: string;
  /** API group; empty for the core group. */
  readonly group: string;
  /** Plural name, as in a path and in RBAC. */
  readonly resource: string;
  readonly isNamespaced: boolean;
  /** Whether every Kubernetes has it; of any other, the cluster is asked. */
  readonly isBuiltIn: boolean;
}

/** Name of a kind that the actions know. */
export type KnownKind = ListedKind | 'ProjectRequest';

/** Every kind that the actions write, list or ask for, with its place. */
export const KINDS: Readonly<Record<KnownKind, KindPlace>> = {
  Namespace: { ...builtIn('v1', 'namespaces'), isNamespaced: false },
  ResourceQuota: builtIn('v1', 'resourcequotas'),
  LimitRange: builtIn('v1', 'limitranges'),
  NetworkPolicy: builtIn('networking.k8s.io/v1', 'networkpolicies'),
  RoleBinding: builtIn('rbac.authorization.k8s.io/v1', 'rolebindings'),
  Deployment: builtIn('apps/v1', 'deployments'),
  Service: builtIn('v1', 'services'),
  PodDisruptionBudget: builtIn('policy/v1', 'poddisruptionbudgets'),
  HorizontalPodAutoscaler: builtIn(
    'autoscaling/v2',
    'horizontalpodautoscalers',
  ),
  Ingress: builtIn('networking.k8s.io/v1', 'ingresses'),
  Route: added('route.openshift.io/v1', 'routes'),
  Application: added('argoproj.io/v1alpha1', 'applications'),
  ConfigMap: builtIn('v1', 'configmaps'),
  PersistentVolumeClaim: builtIn('v1', 'persistentvolumeclaims'),
  ReplicaSet: builtIn('apps/v1', 'replicasets'),
  StatefulSet: builtIn('apps/v1', 'statefulsets'),
  DaemonSet: builtIn('apps/v1', 'daemonsets'),
  Job: builtIn('batch/v1', 'jobs'),
  CronJob: builtIn('batch/v1', 'cronjobs'),
  ProjectRequest: {
    ...added('project.openshift.io/v1', 'projectrequests'),
    isNamespaced: false,
  },
};

function builtIn(apiVersion: string, resource: string): KindPlace {
  return { ...added(apiVersion, resource), isBuiltIn: true };
}

function added(apiVersion: string, resource: string): KindPlace {
  const [group, version] = apiVersion.split('/');
  return {
    apiVersion,
    group: version ? group : '',
    resource,
    isNamespaced: true,
    isBuiltIn: false,
  };
}
