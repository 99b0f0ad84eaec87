import { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/core-plugin-api';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';

/**
 * Options of every request.
 *
 * @public
 */
export interface LabelContractRequestOptions {
  /** Aborts the request. */
  readonly signal?: AbortSignal;
}

/**
 * What the label contract backend answers.
 *
 * @public
 */
export interface LabelContractApi {
  /**
   * The report of one entity.
   *
   * Throws `ResponseError` from `@backstage/errors`: 403 where the caller lacks a permission, 404
   * where the entity does not exist or the caller may not see it. A cluster that does not answer
   * is no error; the report says so.
   */
  getEntityReport(
    entity: CompoundEntityRef,
    options?: LabelContractRequestOptions,
  ): Promise<EntityReport>;
}

/**
 * Gives {@link LabelContractApi} to components.
 *
 * @public
 */
export const labelContractApiRef = createApiRef<LabelContractApi>({
  id: 'plugin.label-contract.api',
});
