import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { MANAGED_BY, MANAGED_BY_US, SERVICE, TEAM } from './ownershipLabels';
import type { WorkloadSpec } from './WorkloadSpec';

/**
 * Labels by which a Deployment and a Service choose their pods. They hold the name alone, which never
 * changes: a Deployment's selector can't be changed later, so the contract label must not be in it.
 * `app.kubernetes.io/instance` is left to Argo CD, which writes it by itself.
 */
export function selectorLabels(spec: WorkloadSpec): Record<string, string> {
  return { 'app.kubernetes.io/name': spec.name };
}

/** Labels of the pods: the contract, and what the workload is. */
export function podLabels(spec: WorkloadSpec): Record<string, string> {
  return {
    ...selectorLabels(spec),
    'app.kubernetes.io/component': spec.component,
    'app.kubernetes.io/part-of': spec.service,
    [KUBERNETES_ID]: spec.contractValue,
  };
}

/**
 * Labels of the objects themselves: those of the pods, and whose they are. The owner is not on the
 * pods, so that handing a service over restarts nothing.
 */
export function objectLabels(spec: WorkloadSpec): Record<string, string> {
  return {
    ...podLabels(spec),
    [MANAGED_BY]: MANAGED_BY_US,
    [SERVICE]: spec.service,
    [TEAM]: spec.team,
  };
}
