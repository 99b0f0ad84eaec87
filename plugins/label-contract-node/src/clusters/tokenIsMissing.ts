/** Why a cluster with a ServiceAccount cannot be read of which neither a token nor a pod is there. */
export function tokenIsMissing(name: string): string {
  return (
    `Cluster '${name}' has no serviceAccountToken, and this process does not run in Kubernetes; ` +
    `configure the token, and where it comes from an environment variable check that it is set`
  );
}
