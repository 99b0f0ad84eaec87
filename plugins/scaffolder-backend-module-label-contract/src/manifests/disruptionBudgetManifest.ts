import type { V1PodDisruptionBudget } from '@kubernetes/client-node';
import { objectLabels, selectorLabels } from './workloadLabels';
import type { WorkloadSpec } from './WorkloadSpec';

/**
 * Lets a drained node take one pod at a time. With a number that has to stay instead, a workload of one
 * pod would keep its node from ever being drained.
 */
export function disruptionBudgetManifest(
  spec: WorkloadSpec,
): V1PodDisruptionBudget {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: objectLabels(spec),
    },
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: selectorLabels(spec) },
      // A pod that is broken anyway must not keep its node from being drained.
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  };
}
