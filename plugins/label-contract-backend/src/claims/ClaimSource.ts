import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef, Entity } from '@backstage/catalog-model';

/** Where entities with their claims come from. */
export interface ClaimSource {
  /**
   * The entity, as far as the caller may see it.
   *
   * @throws NotFoundError where there is none, or none for the caller's eyes: the two look alike.
   */
  entityByRef(
    ref: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<Entity>;
  /** Those of these entity refs that the caller may see, by one request for all. */
  visibleAmong(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<ReadonlySet<string>>;
  /**
   * All entities that may claim workloads, as far as the caller may see them.
   *
   * @throws ServiceUnavailableError where the catalog does not answer in time.
   */
  visibleRefs(options: {
    credentials: BackstageCredentials;
  }): Promise<ReadonlySet<string>>;
}
