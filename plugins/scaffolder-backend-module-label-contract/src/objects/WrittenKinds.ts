import type {
  V1Deployment,
  V2HorizontalPodAutoscaler,
  V1Ingress,
  V1LimitRange,
  V1Namespace,
  V1NetworkPolicy,
  V1PodDisruptionBudget,
  V1ResourceQuota,
  V1RoleBinding,
  V1Service,
} from '@kubernetes/client-node';
import type { ArgoCdApplication } from '../manifests/applicationManifest';
import type { V1Route } from '../manifests/routeManifest';

/** The kinds that the actions write. */
export interface WrittenKinds {
  Namespace: V1Namespace;
  ResourceQuota: V1ResourceQuota;
  LimitRange: V1LimitRange;
  NetworkPolicy: V1NetworkPolicy;
  RoleBinding: V1RoleBinding;
  Deployment: V1Deployment;
  Service: V1Service;
  PodDisruptionBudget: V1PodDisruptionBudget;
  HorizontalPodAutoscaler: V2HorizontalPodAutoscaler;
  Ingress: V1Ingress;
  Route: V1Route;
  Application: ArgoCdApplication;
}

/** Name of a kind that the actions write. */
export type WrittenKind = keyof WrittenKinds;
