import { SimulatedWorkload } from '../SimulatedWorkload';
import {
  annotationsOf,
  labelsOf,
  managedFieldsOf,
  podLabelsOf,
  podSpecOf,
  uidOf,
} from './metadataOf';

/** A Deployment as the API server sends it. */
export function deploymentOf(workload: SimulatedWorkload): string {
  const { number, name, namespace, part, service, isCrashing } = workload;
  const labels = labelsOf(workload);
  const ready = isCrashing ? 2 : 3;
  return JSON.stringify({
    metadata: {
      name,
      namespace,
      uid: uidOf(1, number),
      resourceVersion: String(40_000_000 + number),
      generation: 12,
      creationTimestamp: '2026-01-12T09:00:00Z',
      labels,
      annotations: annotationsOf(workload),
      managedFields: managedFieldsOf(labels),
    },
    spec: {
      replicas: 3,
      selector: {
        matchLabels: {
          'app.kubernetes.io/component': part,
          'app.kubernetes.io/instance': service,
          'app.kubernetes.io/name': name,
        },
      },
      strategy: { type: 'RollingUpdate' },
      template: {
        metadata: { labels: podLabelsOf(workload) },
        spec: podSpecOf(workload),
      },
    },
    status: {
      observedGeneration: 12,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: ready,
      availableReplicas: ready,
      conditions: [
        {
          type: 'Progressing',
          status: 'True',
          lastUpdateTime: '2026-03-02T08:16:02Z',
          lastTransitionTime: '2026-01-12T09:00:00Z',
          reason: 'NewReplicaSetAvailable',
          message: `ReplicaSet "${name}" has successfully progressed.`,
        },
        {
          type: 'Available',
          status: 'True',
          lastTransitionTime: '2026-01-12T09:01:00Z',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        },
      ],
    },
  });
}
