import { parseEntityRef } from '@backstage/catalog-model';
import { CheckedEntity } from '../claim/ClaimedEntity';
import { RelateClusterFix } from '../fix/Fix';

/**
 * Relates an entity to the one cluster where its workloads are. Nothing where they are on several, or
 * where the name has upper-case letters: the catalog writes relations in lower case, so such a cluster
 * is never found by one.
 */
export function relateClusterFixes(
  { entityRef }: CheckedEntity,
  clusters: readonly string[],
): RelateClusterFix[] {
  const [cluster, ...others] = [...new Set(clusters)];
  if (
    cluster === undefined ||
    others.length > 0 ||
    cluster !== cluster.toLocaleLowerCase('en-US')
  ) {
    return [];
  }
  const { namespace } = parseEntityRef(entityRef);
  return [
    {
      kind: 'relate-cluster',
      entityRef,
      cluster,
      resourceRef: `resource:${namespace}/${cluster}`,
    },
  ];
}
