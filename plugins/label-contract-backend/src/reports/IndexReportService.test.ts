import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createCatalogView,
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import { CatalogClaimSource } from '../claims/CatalogClaimSource';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { IndexReportService } from './IndexReportService';

function aClaim(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { [KUBERNETES_ID]: 'billing' },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'desk-team' },
  };
}

/** The report of one of these entities, as somebody who sees only some of them. */
async function reportOf(
  name: string,
  options: { all: readonly Entity[]; visible: Entity[] },
) {
  const labels = { [KUBERNETES_ID]: 'billing' };
  const index = new WorkloadIndex();
  index.put({
    kind: 'Deployment',
    cluster: 'prod-east',
    namespace: 'desk-team',
    name: 'billing-api',
    uid: 'uid-1',
    labels,
    templateLabels: labels,
    isOptedOut: false,
    desiredReplicas: 0,
    readyReplicas: 0,
    updatedReplicas: 0,
    replicas: 0,
    isObserved: true,
  });
  const live = { kind: 'live', asOf: '2026-01-01T10:00:00Z' } as const;
  for (const kind of ['Deployment', 'ReplicaSet', 'Pod'] as const) {
    index.setWatchState({ cluster: 'prod-east', kind }, live);
  }
  const catalog = catalogServiceMock({ entities: options.visible });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  const service = new IndexReportService({
    claims: new CatalogClaimSource({ catalog }),
    facts: index,
    catalog: () => createCatalogView(options.all),
    isIgnoredNamespace: () => false,
    settings: DEFAULT_KUBERNETES_TAB_SETTINGS,
    now: () => new Date('2026-01-01T10:00:00Z'),
  });
  const report = await service.entityReport(
    parseEntityRef(`component:default/${name}`),
    { credentials: mockCredentials.user() },
  );
  return { report, requests: asked.mock.calls.length };
}

const billing = aClaim('billing');
const copy = aClaim('billing-copy');

describe('IndexReportService', () => {
  it('names another entity in a finding, for who may see it', async () => {
    const { report } = await reportOf('billing-copy', {
      all: [billing, copy],
      visible: [billing, copy],
    });
    expect(report.findings).toMatchObject([
      {
        rule: 'claim-unique',
        message: {
          values: { others: 1, entities: ['component:default/billing'] },
        },
      },
    ]);
  });

  it('only counts it for who may not', async () => {
    const { report } = await reportOf('billing-copy', {
      all: [billing, copy],
      visible: [copy],
    });
    expect(report.findings).toMatchObject([
      {
        rule: 'claim-unique',
        message: { values: { others: 1, entities: [] } },
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('component:default/billing"');
  });

  it('asks the catalog no second time where there is nobody to name', async () => {
    const { report, requests } = await reportOf('billing', {
      all: [billing],
      visible: [billing],
    });
    expect(report.findings).toEqual([]);
    expect(requests).toBe(0);
  });
});
