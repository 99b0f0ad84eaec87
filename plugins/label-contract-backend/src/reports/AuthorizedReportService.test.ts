import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  EntityReport,
  evaluateEntity,
} from '@portal-operations/plugin-label-contract-common';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { aReportService } from '../tests/aReportService';
import { AuthorizedReportService } from './AuthorizedReportService';

const report: EntityReport = {
  ...evaluateEntity({
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'inventory-system' },
    },
    facts: new WorkloadIndex(),
    now: new Date('2026-01-01T10:00:00Z'),
  }),
  findings: [
    {
      rule: 'container-keeps-running',
      severity: 'error',
      evidence: 'exact',
      owner: 'team',
      subject: {
        cluster: 'prod-east',
        namespace: 'inventory-team',
        kind: 'Deployment',
        name: 'inventory-db-migrator',
        uid: 'uid-1',
      },
      levels: [],
      fixes: [],
      message: {
        id: 'keeps-crashing',
        values: {
          workload: 'inventory-db-migrator',
          container: 'migrate',
          restarts: 14,
          exitCode: 1,
          lines: ['FATAL: order 4711 of customer 12 is lost'],
        },
      },
    },
  ],
};

/** A service that answers everything, for somebody who lacks these permissions. */
function serviceWithout(...denied: string[]) {
  const resultOf = ({ name }: { name: string }): DefinitivePolicyDecision => ({
    result: denied.includes(name)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
  });
  const permissions = mockServices.permissions.mock({
    authorize: async asked =>
      asked.map(({ permission }) => resultOf(permission)),
    authorizeConditional: async asked =>
      asked.map(({ permission }) => resultOf(permission)),
  });
  const reports = aReportService({ entityReport: async () => report });
  return {
    permissions,
    service: new AuthorizedReportService({ permissions, reports }),
  };
}

const ref = {
  kind: 'Component',
  namespace: 'Default',
  name: 'inventory-system',
};
const options = { credentials: mockCredentials.user() };

/** Asks for that report as somebody who lacks these permissions. */
function reportWithout(...denied: string[]): Promise<EntityReport> {
  return serviceWithout(...denied).service.entityReport(ref, options);
}

describe('AuthorizedReportService', () => {
  it('hands on everything to who may read logs', async () => {
    await expect(reportWithout()).resolves.toEqual(report);
  });

  it('keeps log lines, and only these, from who may not read them', async () => {
    const { findings, ...others } = await reportWithout(
      'label-contract.log.read',
    );
    expect(JSON.stringify(findings)).not.toContain('4711');
    expect(findings).toMatchObject([
      { message: { values: { restarts: 14, exitCode: 1 } } },
    ]);
    expect(others).toEqual({ ...report, findings: undefined });
  });

  it.each(['label-contract.report.read', 'kubernetes.resources.read'])(
    'tells nothing of entities to who lacks %s',
    async permission => {
      const { service } = serviceWithout(permission);
      for (const answer of [
        service.entityReport(ref, options),
        service.entityHistory(ref, options),
        service.fleet({}, options),
        service.fleetRows({}, options),
        service.clusters(options),
      ]) {
        await expect(answer).rejects.toThrow(permission);
      }
    },
  );

  it.each(['label-contract.workload.read', 'kubernetes.resources.read'])(
    'tells nothing of what nobody claims to who lacks %s',
    async permission => {
      const { service } = serviceWithout(permission);
      for (const answer of [
        service.unclaimed({}, options),
        service.unclaimedRows({}, options),
      ]) {
        await expect(answer).rejects.toThrow(permission);
      }
    },
  );

  it('asks for one entity by its ref, in one request', async () => {
    const { service, permissions } = serviceWithout();
    await service.entityReport(ref, options);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
    expect(permissions.authorize.mock.calls[0][0]).toContainEqual({
      permission: expect.objectContaining({ name: 'catalog.entity.read' }),
      resourceRef: 'component:default/inventory-system',
    });
    expect(permissions.authorizeConditional).not.toHaveBeenCalled();
  });

  it('never asks for entities one by one, however many there are', async () => {
    const { service, permissions } = serviceWithout();
    await service.fleet({}, options);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(permissions.authorize.mock.calls)).not.toContain(
      'resourceRef',
    );
  });

  it('names no entity to who may see none, whatever the catalog would say', async () => {
    const { service } = serviceWithout('catalog.entity.read');
    await expect(service.entityReport(ref, options)).rejects.toThrow(
      "Entity 'component:default/inventory-system' is not in the catalog, or you may not see it",
    );
    await expect(service.fleetRows({}, options)).rejects.toThrow(
      'catalog.entity.read',
    );
    const { items } = await service.unclaimed({}, options);
    expect(items).toMatchObject([{ value: 'wether-app', likeliest: [] }]);
    await expect(service.unclaimedRows({}, options)).resolves.toMatchObject([
      { value: 'wether-app', likeliest: [] },
    ]);
    const clusters = await service.clusters(options);
    expect(clusters.items[0]).not.toHaveProperty('services');
  });

  it('tells nothing where nobody decides', async () => {
    const service = new AuthorizedReportService({
      permissions: mockServices.permissions.mock({
        authorize: async () => {
          throw new TypeError('fetch failed');
        },
        authorizeConditional: async () => [{ result: AuthorizeResult.ALLOW }],
      }),
      reports: aReportService(),
    });
    for (const answer of [
      service.entityReport(ref, options),
      service.fleet({}, options),
    ]) {
      await expect(answer).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
    }
  });
});
