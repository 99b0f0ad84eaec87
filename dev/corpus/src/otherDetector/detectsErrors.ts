import { detectErrors } from '@backstage/plugin-kubernetes-common';
import { FleetWorkload } from '../fleet/Fleet';
import { rawObjectsOf } from './rawObjectsOf';

/** Whether the error detection of the Kubernetes plugin reports anything about these workloads. */
export function detectsErrors(
  workloads: readonly FleetWorkload[],
  machineTime: Date,
): boolean {
  const errors = detectErrors({
    items: [
      {
        cluster: { name: 'any' },
        resources: rawObjectsOf(workloads, machineTime),
        podMetrics: [],
        errors: [],
      },
    ],
  });
  return (errors.get('any') ?? []).length > 0;
}
