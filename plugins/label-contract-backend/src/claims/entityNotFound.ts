import {
  CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';

/** What is said of an entity that is not there, and of one that the caller may not see: the same. */
export function entityNotFound(ref: CompoundEntityRef): NotFoundError {
  return new NotFoundError(
    `Entity '${stringifyEntityRef(
      ref,
    )}' is not in the catalog, or you may not see it`,
  );
}
