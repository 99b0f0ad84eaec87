import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CompoundEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  EntityReport,
  labelContractLogReadPermission,
  labelContractReportReadPermission,
  withoutLogLines,
} from '@portal-operations/plugin-label-contract-common';
import { kubernetesResourcesReadPermission } from './kubernetesPermissions';
import { ReportService } from './ReportService';

/** What a caller needs before anything is told, besides sight of the entity itself. */
const neededPermissions = [
  labelContractReportReadPermission,
  // A report tells what runs on clusters, so whoever may not see that in the tab does not see it here.
  kubernetesResourcesReadPermission,
];

/** Lets through to another service only who may read reports, judged by the caller's own credentials. */
export class AuthorizedReportService implements ReportService {
  readonly #reports: ReportService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    reports: ReportService;
    permissions: PermissionsService;
  }) {
    this.#reports = options.reports;
    this.#permissions = options.permissions;
  }

  async entityReport(
    ref: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityReport> {
    const [logDecision, ...decisions] = await this.#permissions.authorize(
      [labelContractLogReadPermission, ...neededPermissions].map(
        permission => ({ permission }),
      ),
      options,
    );
    const missing = neededPermissions.filter(
      (_, index) => decisions[index]?.result !== AuthorizeResult.ALLOW,
    );
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name).join(' and ');
      throw new NotAllowedError(
        `Reading a label contract report needs the permission ${names}; ask the administrators of the portal`,
      );
    }
    const report = await this.#reports.entityReport(ref, options);
    return logDecision?.result === AuthorizeResult.ALLOW
      ? report
      : withoutLogLines(report);
  }
}
