import type { KubernetesObject, V1Pod } from '@kubernetes/client-node';

/**
 * Whether the pod belongs to one of the Deployments, which may be gone already: it is controlled by a
 * ReplicaSet, and those are named after their Deployment and the hash of the pod template.
 */
export function isPodOf(
  { metadata }: V1Pod,
  deployments: readonly KubernetesObject[],
): boolean {
  const replicaSet = metadata?.ownerReferences?.find(
    ({ controller, kind }) => controller && kind === 'ReplicaSet',
  );
  const hash = metadata?.labels?.['pod-template-hash'];
  return deployments.some(
    deployment =>
      hash !== undefined &&
      replicaSet?.name === `${deployment.metadata?.name}-${hash}`,
  );
}
