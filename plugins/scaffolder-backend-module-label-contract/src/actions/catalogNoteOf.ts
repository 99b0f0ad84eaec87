import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { claimOfEntity } from '@portal-operations/plugin-label-contract-common';

/**
 * What a person has to do in the catalog once a service's workloads are gone; empty where it has no entity
 * that claims any.
 */
export async function catalogNoteOf(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  /** Of the person who started the task. */
  credentials: BackstageCredentials;
  entityRef: string;
}): Promise<string> {
  const { catalog, credentials, entityRef } = options;
  const entity = await catalog.getEntityByRef(entityRef, { credentials });
  if (!entity || !claimOfEntity(entity)) {
    return '';
  }
  const origin = entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
  const file = origin ? ` (${origin.replace(/^[a-z]+:/, '')})` : '';
  return (
    `${entityRef} stays in the catalog and still claims workloads. ` +
    `To remove it: 'Unregister entity' in the menu of its catalog page, or delete its catalog-info.yaml${file}.`
  );
}
