import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ClaimSource } from './ClaimSource';

/** Reads entities from the catalog, each time anew and in the name of the caller. */
export class CatalogClaimSource implements ClaimSource {
  readonly #catalog: CatalogService;

  constructor(options: { catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  async entityByRef(
    ref: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(ref, options);
    if (!entity) {
      throw new NotFoundError(
        `Entity '${stringifyEntityRef(
          ref,
        )}' is not in the catalog, or you may not see it`,
      );
    }
    return entity;
  }

  async visibleAmong(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<ReadonlySet<string>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: [...entityRefs],
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      options,
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }
}
