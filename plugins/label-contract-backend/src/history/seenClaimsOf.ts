import { Entity } from '@backstage/catalog-model';
import { checkedEntity } from '@portal-operations/plugin-label-contract-common';
import { SeenClaims } from './SeenClaims';

/** What entities claim that were read from the catalog at one moment. An entity that opted out keeps its claim. */
export function seenClaimsOf(
  entities: Iterable<Entity>,
  options: {
    readAt: Date;
    /** Which clusters a claim reaches; undefined for all of them. */
    clustersOf: (entity: Entity) => readonly string[] | undefined;
  },
): SeenClaims {
  const { readAt, clustersOf } = options;
  const claims = [...entities].flatMap(entity => {
    const { entityRef, claim } = checkedEntity(entity);
    return claim ? [{ entityRef, claim, clusters: clustersOf(entity) }] : [];
  });
  return { asOf: readAt.toISOString(), claims };
}
