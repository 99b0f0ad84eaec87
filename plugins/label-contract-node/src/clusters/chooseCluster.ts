import { InputError, NotFoundError } from '@backstage/errors';

/**
 * The cluster of that name; without a name, the only one.
 *
 * @throws NotFoundError for an unknown name, InputError without one where there is not exactly one.
 */
export function chooseCluster<Cluster extends { readonly name: string }>(
  clusters: readonly Cluster[],
  name: string | undefined,
): Cluster {
  const names = clusters.map(each => each.name).join(', ') || 'none';
  if (name === undefined) {
    if (clusters.length !== 1) {
      throw new InputError(
        `No cluster was named, and ${clusters.length} are configured; name one of: ${names}`,
      );
    }
    return clusters[0];
  }

  const found = clusters.find(each => each.name === name);
  if (!found) {
    throw new NotFoundError(
      `Cluster '${name}' is not configured; known clusters: ${names}`,
    );
  }
  return found;
}
