import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ClaimSource } from './ClaimSource';
import { entityNotFound } from './entityNotFound';
import { readAllEntities } from './readAllEntities';
import { Sleep } from './withinTime';

const FIELDS_OF_REF = ['kind', 'metadata.name', 'metadata.namespace'];
/** As few round trips as can be: of each entity no more than its name is read. */
const PAGE_SIZE = 5_000;
/** For each page: somebody waits. */
const TIME_LIMIT_MS = 10_000;

/** Reads entities from the catalog, each time anew and in the name of the caller. */
export class CatalogClaimSource implements ClaimSource {
  readonly #catalog: CatalogService;
  readonly #sleep: Sleep;

  constructor(options: { catalog: CatalogService; sleep: Sleep }) {
    this.#catalog = options.catalog;
    this.#sleep = options.sleep;
  }

  async entityByRef(
    ref: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(ref, options);
    if (!entity) {
      throw entityNotFound(ref);
    }
    return entity;
  }

  async visibleAmong(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<ReadonlySet<string>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...entityRefs], fields: FIELDS_OF_REF },
      options,
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }

  async visibleRefs({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<ReadonlySet<string>> {
    // The catalog applies the conditions of the caller's permissions in its own database.
    const entities = await readAllEntities({
      catalog: this.#catalog,
      credentials: () => credentials,
      fields: FIELDS_OF_REF,
      pageSize: PAGE_SIZE,
      timeLimitMs: TIME_LIMIT_MS,
      sleep: this.#sleep,
    });
    return new Set(entities.map(stringifyEntityRef));
  }
}
