import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef } from '@backstage/catalog-model';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';

/** Answers what is to be known about entities and their workloads. */
export interface ReportService {
  /**
   * The report of one entity, as of now.
   *
   * @throws NotFoundError where the caller sees no such entity.
   * @throws NotAllowedError where the caller may not read reports.
   */
  entityReport(
    ref: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityReport>;
}
