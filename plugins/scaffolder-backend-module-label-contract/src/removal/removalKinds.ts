import type { ListedKind } from '../objects/ListedKinds';
import type { WrittenKind } from '../objects/WrittenKinds';

/**
 * The kinds of a service, in the order in which they go: first what would act on the pods or lead traffic to
 * them, then the pods.
 */
export const SERVICE_KINDS = [
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'Ingress',
  'Route',
  'Service',
  'Deployment',
] as const satisfies readonly WrittenKind[];

/** The kinds of a namespace's kit, which has no service and goes with the namespace. */
export const KIT_KINDS = [
  'RoleBinding',
  'NetworkPolicy',
  'LimitRange',
  'ResourceQuota',
] as const satisfies readonly WrittenKind[];

/** Other kinds that may hold somebody's work or data. Secrets are not among them: the portal reads none. */
export const OTHER_KINDS = [
  'ConfigMap',
  'PersistentVolumeClaim',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
] as const satisfies readonly ListedKind[];
