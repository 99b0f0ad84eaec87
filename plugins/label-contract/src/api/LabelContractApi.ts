import { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/core-plugin-api';
import {
  ClustersReport,
  EntityHistory,
  EntityReport,
  FleetFilter,
  FleetQuery,
  FleetReport,
  UnclaimedQuery,
  UnclaimedReport,
} from '@portal-operations/plugin-label-contract-common';

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
 * What the backend answered, and as of when. The two travel apart: an answer that did not change comes
 * from the browser's cache, with the moment of today.
 *
 * @public
 */
export interface LabelContractAnswer<Body> {
  readonly body: Body;
  /** Moment for which the answer speaks; undefined where no cluster is watched without a problem. */
  readonly asOf?: Date;
}

/**
 * What the label contract backend answers.
 *
 * Every method throws `ResponseError` from `@backstage/errors`: 403 where the caller lacks a permission,
 * 404 where the entity does not exist or the caller may not see it. A cluster that does not answer is no
 * error; the answer says so.
 *
 * @public
 */
export interface LabelContractApi {
  /** The report of one entity. */
  getEntityReport(
    entity: CompoundEntityRef,
    options?: LabelContractRequestOptions,
  ): Promise<LabelContractAnswer<EntityReport>>;

  /** What happened to one entity, since a moment or as far as anything is kept. */
  getEntityHistory(
    entity: CompoundEntityRef,
    options?: LabelContractRequestOptions & { since?: Date },
  ): Promise<LabelContractAnswer<EntityHistory>>;

  /** One page of the entities that the caller may see. */
  getFleet(
    query: FleetQuery,
    options?: LabelContractRequestOptions,
  ): Promise<LabelContractAnswer<FleetReport>>;

  /** All entities that satisfy the filters, as comma-separated values. */
  getFleetTable(
    query: FleetFilter & Pick<FleetQuery, 'sort' | 'order'>,
    options?: LabelContractRequestOptions,
  ): Promise<Blob>;

  /** One page of the workloads with a contract label that nobody claims. */
  getUnclaimed(
    query: UnclaimedQuery,
    options?: LabelContractRequestOptions,
  ): Promise<LabelContractAnswer<UnclaimedReport>>;

  /** All such workloads that satisfy the filters, as comma-separated values. */
  getUnclaimedTable(
    query: Omit<UnclaimedQuery, 'limit' | 'cursor'>,
    options?: LabelContractRequestOptions,
  ): Promise<Blob>;

  /** How well each cluster is read. */
  getClusters(
    options?: LabelContractRequestOptions,
  ): Promise<LabelContractAnswer<ClustersReport>>;
}

/**
 * Gives {@link LabelContractApi} to components.
 *
 * @public
 */
export const labelContractApiRef = createApiRef<LabelContractApi>({
  id: 'plugin.label-contract.api',
});
