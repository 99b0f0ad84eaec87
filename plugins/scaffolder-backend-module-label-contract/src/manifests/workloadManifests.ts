import type {
  V1Deployment,
  V2HorizontalPodAutoscaler,
  V1Ingress,
  V1PodDisruptionBudget,
  V1Service,
} from '@kubernetes/client-node';
import { autoscalerManifest } from './autoscalerManifest';
import { deploymentManifest } from './deploymentManifest';
import { disruptionBudgetManifest } from './disruptionBudgetManifest';
import { ingressManifest } from './ingressManifest';
import { routeManifest, V1Route } from './routeManifest';
import { serviceManifest } from './serviceManifest';
import type { WorkloadSpec } from './WorkloadSpec';

/** An object that goes with a Deployment. */
export type CompanionManifest =
  | ({ kind: 'Service' } & V1Service)
  | ({ kind: 'Ingress' } & V1Ingress)
  | ({ kind: 'Route' } & V1Route)
  | ({ kind: 'PodDisruptionBudget' } & V1PodDisruptionBudget)
  | ({ kind: 'HorizontalPodAutoscaler' } & V2HorizontalPodAutoscaler);

/** All objects of a workload. */
export interface WorkloadManifests {
  readonly deployment: V1Deployment;
  /** In the order in which they are written. */
  readonly companions: readonly CompanionManifest[];
}

/** The objects of a workload, made of what was asked for. */
export function workloadManifests(spec: WorkloadSpec): WorkloadManifests {
  return {
    deployment: deploymentManifest(spec),
    companions: [
      ...(spec.component === 'api' ? [serviceOf(spec)] : []),
      ...exposureOf(spec),
      ...(spec.disruptionBudget ? [disruptionBudgetOf(spec)] : []),
      ...autoscalerOf(spec),
    ],
  };
}

function serviceOf(spec: WorkloadSpec): CompanionManifest {
  return { ...serviceManifest(spec), kind: 'Service' };
}

function exposureOf(spec: WorkloadSpec): CompanionManifest[] {
  switch (spec.expose?.as) {
    case 'route':
      return [{ ...routeManifest(spec), kind: 'Route' }];
    case 'ingress':
      return [{ ...ingressManifest(spec), kind: 'Ingress' }];
    default:
      return [];
  }
}

function disruptionBudgetOf(spec: WorkloadSpec): CompanionManifest {
  return { ...disruptionBudgetManifest(spec), kind: 'PodDisruptionBudget' };
}

function autoscalerOf(spec: WorkloadSpec): CompanionManifest[] {
  const { autoscaling } = spec;
  return autoscaling
    ? [
        {
          ...autoscalerManifest(spec, autoscaling),
          kind: 'HorizontalPodAutoscaler',
        },
      ]
    : [];
}
