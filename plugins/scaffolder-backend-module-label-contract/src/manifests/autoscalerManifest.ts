import type { V2HorizontalPodAutoscaler } from '@kubernetes/client-node';
import { objectLabels } from './workloadLabels';
import type { Autoscaling, WorkloadSpec } from './WorkloadSpec';

/** Scales the Deployment by the CPU that its pods use, in per cent of what they request. */
export function autoscalerManifest(
  spec: WorkloadSpec,
  { minReplicas, maxReplicas, cpuPercent }: Autoscaling,
): V2HorizontalPodAutoscaler {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: objectLabels(spec),
    },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: spec.name,
      },
      minReplicas,
      maxReplicas,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: cpuPercent },
          },
        },
      ],
    },
  };
}
