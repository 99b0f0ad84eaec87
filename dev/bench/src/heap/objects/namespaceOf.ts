import { SimulatedWorkload } from '../SimulatedWorkload';
import { uidOf } from './metadataOf';

/** The Namespace of a workload, as the API server sends it. */
export function namespaceOf({
  number,
  namespace,
  team,
}: SimulatedWorkload): string {
  return JSON.stringify({
    metadata: {
      name: namespace,
      uid: uidOf(6, number),
      labels: { 'kubernetes.io/metadata.name': namespace, team },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  });
}
