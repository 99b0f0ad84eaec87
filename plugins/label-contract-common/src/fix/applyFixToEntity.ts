import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Fix } from './Fix';

/**
 * The entity as the catalog would have it once a fix was carried out. A fix that is about another
 * entity, or about none, leaves it as it is.
 *
 * @public
 */
export function applyFixToEntity(fix: Fix, entity: Entity): Entity {
  if (
    fix.kind !== 'edit-annotations' ||
    fix.entityRef !== stringifyEntityRef(entity)
  ) {
    return entity;
  }
  const annotations = Object.fromEntries(
    Object.entries({ ...entity.metadata.annotations, ...fix.set }).filter(
      ([key]) => !fix.remove.includes(key),
    ),
  );
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}
