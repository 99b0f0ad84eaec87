import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  EntityReport,
  evaluateEntity,
} from '@portal-operations/plugin-label-contract-common';
import { WorkloadIndex } from '../index/WorkloadIndex';
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

/** Asks for that report as somebody who lacks these permissions. */
function reportWithout(...denied: string[]): Promise<EntityReport> {
  const service = new AuthorizedReportService({
    permissions: mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result: denied.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        })),
    }),
    reports: { entityReport: async () => report },
  });
  return service.entityReport(
    { kind: 'component', namespace: 'default', name: 'inventory-system' },
    { credentials: mockCredentials.user() },
  );
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
    'tells nothing to who lacks %s',
    async permission => {
      await expect(reportWithout(permission)).rejects.toThrow(permission);
    },
  );
});
