import type { ListedKind } from './ClusterClient';

/** Where the API server keeps a kind. */
export interface KindPlace {
  readonly apiVersion: string;
  /** API group; empty for the core group. */
  readonly group: string;
  /** Plural name, as in a path and in RBAC. */
  readonly resource: string;
}

type KnownKind = ListedKind | 'ProjectRequest';

/** The kinds that the actions write or list; {@link KindPlace} of each. */
export const KINDS: Readonly<Record<KnownKind, KindPlace>> = {
  Namespace: kind('v1', 'namespaces'),
  ResourceQuota: kind('v1', 'resourcequotas'),
  LimitRange: kind('v1', 'limitranges'),
  NetworkPolicy: kind('networking.k8s.io/v1', 'networkpolicies'),
  RoleBinding: kind('rbac.authorization.k8s.io/v1', 'rolebindings'),
  Deployment: kind('apps/v1', 'deployments'),
  Service: kind('v1', 'services'),
  PodDisruptionBudget: kind('policy/v1', 'poddisruptionbudgets'),
  HorizontalPodAutoscaler: kind('autoscaling/v2', 'horizontalpodautoscalers'),
  Ingress: kind('networking.k8s.io/v1', 'ingresses'),
  Route: kind('route.openshift.io/v1', 'routes'),
  Application: kind('argoproj.io/v1alpha1', 'applications'),
  ConfigMap: kind('v1', 'configmaps'),
  PersistentVolumeClaim: kind('v1', 'persistentvolumeclaims'),
  ReplicaSet: kind('apps/v1', 'replicasets'),
  StatefulSet: kind('apps/v1', 'statefulsets'),
  DaemonSet: kind('apps/v1', 'daemonsets'),
  Job: kind('batch/v1', 'jobs'),
  CronJob: kind('batch/v1', 'cronjobs'),
  ProjectRequest: kind('project.openshift.io/v1', 'projectrequests'),
};

function kind(apiVersion: string, resource: string): KindPlace {
  const [group, version] = apiVersion.split('/');
  return { apiVersion, group: version ? group : '', resource };
}
