import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  DefinitivePolicyDecision,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ClustersReport,
  EntityHistory,
  EntityReport,
  EntitySummary,
  FleetReport,
  labelContractLogReadPermission,
  labelContractReportReadPermission,
  labelContractWorkloadReadPermission,
  UnclaimedReport,
  UnclaimedWorkload,
  withoutLogLines,
} from '@portal-operations/plugin-label-contract-common';
import { entityNotFound } from '../claims/entityNotFound';
import { catalogEntityReadPermission } from './catalogPermissions';
import { kubernetesResourcesReadPermission } from './kubernetesPermissions';
import { ReportService, ReportServiceOptions } from './ReportService';

/** What a caller needs before anything of entities is told, besides sight of the entities themselves. */
const forReports = [
  labelContractReportReadPermission,
  // A report tells what runs on clusters, so whoever may not see that in the tab does not see it here.
  kubernetesResourcesReadPermission,
];

/**
 * What a caller needs before anything is told of workloads that are nobody's: no entity stands between
 * them and the reader, so that reading reports is not enough, nor asked for.
 */
const forWorkloads = [
  labelContractWorkloadReadPermission,
  kubernetesResourcesReadPermission,
];

/** What a caller may do besides. */
interface Rights {
  readonly mayReadLogs: boolean;
  /** The entity that is asked for; where none is, false for who may see none at all. */
  readonly maySeeEntities: boolean;
}

/**
 * Lets through to another service only who may read reports, judged by the caller's own credentials.
 *
 * Which entities of many the caller may see is decided by the catalog, which the other service asks as the
 * caller: it applies the conditions of a policy in its database. Here it is asked only whether there are
 * any, as the catalog may never hear of a no: the restrictions of a service's token can stay behind.
 */
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
    options: ReportServiceOptions,
  ): Promise<EntityReport> {
    const rights = await this.#authorize(options, forReports, ref);
    mustSeeEntities(rights, ref);
    const report = await this.#reports.entityReport(ref, options);
    return rights.mayReadLogs ? report : withoutLogLines(report);
  }

  async entityHistory(
    ref: CompoundEntityRef,
    options: Parameters<ReportService['entityHistory']>[1],
  ): Promise<EntityHistory> {
    mustSeeEntities(await this.#authorize(options, forReports, ref), ref);
    return this.#reports.entityHistory(ref, options);
  }

  async fleet(
    query: Parameters<ReportService['fleet']>[0],
    options: ReportServiceOptions,
  ): Promise<FleetReport> {
    mustSeeEntities(await this.#authorize(options, forReports));
    return this.#reports.fleet(query, options);
  }

  async fleetRows(
    query: Parameters<ReportService['fleetRows']>[0],
    options: ReportServiceOptions,
  ): Promise<readonly EntitySummary[]> {
    mustSeeEntities(await this.#authorize(options, forReports));
    return this.#reports.fleetRows(query, options);
  }

  async unclaimed(
    query: Parameters<ReportService['unclaimed']>[0],
    options: ReportServiceOptions,
  ): Promise<UnclaimedReport> {
    const rights = await this.#authorize(options, forWorkloads);
    const report = await this.#reports.unclaimed(query, options);
    return rights.maySeeEntities
      ? report
      : { ...report, items: report.items.map(withoutEntities) };
  }

  async unclaimedRows(
    query: Parameters<ReportService['unclaimedRows']>[0],
    options: ReportServiceOptions,
  ): Promise<readonly UnclaimedWorkload[]> {
    const rights = await this.#authorize(options, forWorkloads);
    const rows = await this.#reports.unclaimedRows(query, options);
    return rights.maySeeEntities ? rows : rows.map(withoutEntities);
  }

  async clusters(options: ReportServiceOptions): Promise<ClustersReport> {
    const rights = await this.#authorize(options, forReports);
    const report = await this.#reports.clusters(options);
    return rights.maySeeEntities
      ? report
      : { items: report.items.map(({ services, ...others }) => others) };
  }

  /**
   * Asks for all that is needed, and for what may be had besides.
   *
   * @throws NotAllowedError that names what is missing; ServiceUnavailableError where nobody decides.
   */
  async #authorize(
    options: ReportServiceOptions,
    needed: readonly BasicPermission[],
    ref?: CompoundEntityRef,
  ): Promise<Rights> {
    const [[logs, ...decisions], entities] = await this.#decisions(
      options,
      [labelContractLogReadPermission, ...needed],
      ref,
    ).catch((cause: unknown) => {
      throw new ServiceUnavailableError(
        'Whether you may read a label contract report cannot be decided, as the permission backend does not answer; try again',
        cause,
      );
    });
    const missing = needed.filter(
      (_, index) => decisions[index]?.result !== AuthorizeResult.ALLOW,
    );
    if (missing.length > 0) {
      throw needs(missing.map(({ name }) => name));
    }
    return {
      mayReadLogs: logs?.result === AuthorizeResult.ALLOW,
      maySeeEntities:
        entities?.result === AuthorizeResult.ALLOW ||
        entities?.result === AuthorizeResult.CONDITIONAL,
    };
  }

  /**
   * One decision for each permission, and one for `catalog.entity.read`: of one entity in the same request,
   * of all of them with the conditions left open.
   */
  async #decisions(
    { credentials }: ReportServiceOptions,
    permissions: readonly BasicPermission[],
    ref: CompoundEntityRef | undefined,
  ): Promise<
    [readonly DefinitivePolicyDecision[], PolicyDecision | undefined]
  > {
    const basic = permissions.map(permission => ({ permission }));
    if (!ref) {
      const [decisions, [entities]] = await Promise.all([
        this.#permissions.authorize(basic, { credentials }),
        this.#permissions.authorizeConditional(
          [{ permission: catalogEntityReadPermission }],
          { credentials },
        ),
      ]);
      return [decisions, entities];
    }
    const decisions = await this.#permissions.authorize(
      [
        ...basic,
        {
          permission: catalogEntityReadPermission,
          resourceRef: stringifyEntityRef(ref),
        },
      ],
      { credentials },
    );
    return [decisions, decisions[basic.length]];
  }
}

function needs(permissions: readonly string[]): NotAllowedError {
  return new NotAllowedError(
    `Reading a label contract report needs the permission ${permissions.join(
      ' and ',
    )}; ask the administrators of the portal`,
  );
}

/**
 * @throws NotFoundError where it is about one entity, in the words for one that is not there: who may see
 * none is told of none. NotAllowedError else.
 */
function mustSeeEntities(
  { maySeeEntities }: Rights,
  ref?: CompoundEntityRef,
): void {
  if (maySeeEntities) {
    return;
  }
  throw ref ? entityNotFound(ref) : needs([catalogEntityReadPermission.name]);
}

function withoutEntities(workload: UnclaimedWorkload): UnclaimedWorkload {
  return { ...workload, likeliest: [] };
}
