import { SimulatedWorkload } from '../SimulatedWorkload';
import {
  annotationsOf,
  hashOf,
  managedFieldsOf,
  podLabelsOf,
  podSpecOf,
  uidOf,
} from './metadataOf';

/** The current ReplicaSet of a Deployment, as the API server sends it. */
export function replicaSetOf(workload: SimulatedWorkload): string {
  const { number, name, namespace, isCrashing } = workload;
  const labels = {
    ...podLabelsOf(workload),
    'pod-template-hash': hashOf(workload),
  };
  return JSON.stringify({
    metadata: {
      name: `${name}-${hashOf(workload)}`,
      namespace,
      uid: uidOf(2, number),
      resourceVersion: String(41_000_000 + number),
      generation: 3,
      creationTimestamp: '2026-03-02T08:15:31Z',
      labels,
      annotations: annotationsOf(workload),
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name,
          uid: uidOf(1, number),
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      managedFields: managedFieldsOf(labels),
    },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: podSpecOf(workload) },
    },
    status: {
      replicas: 3,
      fullyLabeledReplicas: 3,
      readyReplicas: isCrashing ? 2 : 3,
      observedGeneration: 3,
    },
  });
}
