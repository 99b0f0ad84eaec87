import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef } from '@backstage/catalog-model';
import {
  ClustersReport,
  EntityHistory,
  EntityReport,
  EntitySummary,
  FleetFilter,
  FleetQuery,
  FleetReport,
  UnclaimedQuery,
  UnclaimedReport,
  UnclaimedWorkload,
} from '@portal-operations/plugin-label-contract-common';

/** Who asks. */
export interface ReportServiceOptions {
  readonly credentials: BackstageCredentials;
}

/**
 * Answers what is to be known about entities and their workloads. Every method throws NotAllowedError
 * where the caller may not read such reports.
 */
export interface ReportService {
  /**
   * The report of one entity, as of now.
   *
   * @throws NotFoundError where the caller sees no such entity.
   */
  entityReport(
    ref: CompoundEntityRef,
    options: ReportServiceOptions,
  ): Promise<EntityReport>;

  /**
   * What happened to one entity.
   *
   * @throws NotFoundError where the caller sees no such entity.
   */
  entityHistory(
    ref: CompoundEntityRef,
    options: ReportServiceOptions & { readonly since?: Date },
  ): Promise<EntityHistory>;

  /**
   * One page of the entities that the caller may see.
   *
   * @throws InputError for a cursor that no page gave.
   */
  fleet(query: FleetQuery, options: ReportServiceOptions): Promise<FleetReport>;

  /** All entities of a fleet that satisfy the filters, in the order of the query. */
  fleetRows(
    query: FleetFilter & Pick<FleetQuery, 'sort' | 'order'>,
    options: ReportServiceOptions,
  ): Promise<readonly EntitySummary[]>;

  /**
   * One page of the workloads that carry a contract label which nobody claims. Entities that the caller
   * may not see are not named.
   *
   * @throws InputError for a cursor that no page gave.
   */
  unclaimed(
    query: UnclaimedQuery,
    options: ReportServiceOptions,
  ): Promise<UnclaimedReport>;

  /** All such workloads that satisfy the filters. */
  unclaimedRows(
    query: Omit<UnclaimedQuery, 'limit' | 'cursor'>,
    options: ReportServiceOptions,
  ): Promise<readonly UnclaimedWorkload[]>;

  /** How well each cluster is read. */
  clusters(options: ReportServiceOptions): Promise<ClustersReport>;
}
