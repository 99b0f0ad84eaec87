import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createCatalogView,
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  EntityHistory,
  KUBERNETES_ID,
  WATCHED_KINDS,
} from '@portal-operations/plugin-label-contract-common';
import { setImmediate } from 'node:timers/promises';
import { CatalogClaimSource } from '../claims/CatalogClaimSource';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { ManualClock } from '../tests/ManualClock';
import { someFacts } from '../tests/someFacts';
import { FleetObserver } from './FleetObserver';
import { HistoryReader } from './HistoryReader';
import { IndexReportService } from './IndexReportService';
import { IndexTally } from './IndexTally';

const credentials = mockCredentials.user();

/** A Component that claims an id; no claim at all where that is empty. */
function aComponent(name: string, id = name): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: id ? { [KUBERNETES_ID]: id } : {},
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'desk-team' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/desk-team' }],
  };
}

function aWorkload(name: string, id: string, cluster = 'prod-east') {
  const labels = { [KUBERNETES_ID]: id };
  return someFacts(
    'Deployment',
    { cluster, namespace: 'desk-team', name, uid: `uid-${name}`, labels },
    labels,
  );
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()));
});

/** Reports for somebody who sees only some of the entities. */
function setUp(options: {
  entities: readonly Entity[];
  visible?: readonly Entity[];
  workloads?: readonly ReturnType<typeof aWorkload>[];
  history?: HistoryReader;
}) {
  const { entities, visible = entities, workloads = [], history } = options;
  const index = new WorkloadIndex();
  const live = { kind: 'live', asOf: '2026-01-01T10:00:00Z' } as const;
  const clusters = workloads.map(({ cluster }) => cluster);
  for (const cluster of new Set(['prod-east', ...clusters])) {
    WATCHED_KINDS.forEach(kind => index.setWatchState({ cluster, kind }, live));
  }
  const tally = new IndexTally(index);
  workloads.forEach(each => index.put(each));

  const catalog = catalogServiceMock({ entities: [...visible] });
  const clock = new ManualClock();
  const sleep = clock.sleep.bind(clock);
  const view = createCatalogView(entities);
  const shared = {
    facts: index,
    tally,
    history,
    isIgnoredNamespace: () => false,
    settings: DEFAULT_KUBERNETES_TAB_SETTINGS,
  };
  const fleet = new FleetObserver({
    ...shared,
    claims: { entities, view },
    clock: {
      now: () => clock.now(),
      elapsedMs: () => clock.elapsedMs(),
      sleep,
      giveTurn: setImmediate,
    },
    logger: mockServices.logger.mock(),
  });
  const stopping = new AbortController();
  const running = fleet.run(stopping.signal);
  stops.push(async () => {
    stopping.abort();
    await running;
  });
  const service = new IndexReportService({
    ...shared,
    claims: new CatalogClaimSource({ catalog, sleep }),
    fleet,
    catalog: () => view,
    now: () => clock.now(),
  });
  return { service, index, catalog, fleet };
}

const billing = aComponent('billing');
const copy = aComponent('billing-copy', 'billing');
const ledger = aComponent('ledger');

describe('IndexReportService', () => {
  describe('entityReport', () => {
    async function reportOf(name: string, all: Entity[], visible: Entity[]) {
      const { service, catalog } = setUp({
        entities: all,
        visible,
        workloads: [aWorkload('billing-api', 'billing')],
      });
      const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
      const report = await service.entityReport(
        parseEntityRef(`component:default/${name}`),
        { credentials },
      );
      return { report, requests: asked.mock.calls.length };
    }

    it('names another entity in a finding, for who may see it', async () => {
      const all = [billing, copy];
      const { report } = await reportOf('billing-copy', all, all);
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
      const { report } = await reportOf(
        'billing-copy',
        [billing, copy],
        [copy],
      );
      expect(report.findings).toMatchObject([
        {
          rule: 'claim-unique',
          message: { values: { others: 1, entities: [] } },
        },
      ]);
      expect(JSON.stringify(report)).not.toContain(
        'component:default/billing"',
      );
    });

    it('asks the catalog no second time where there is nobody to name', async () => {
      const { report, requests } = await reportOf(
        'billing',
        [billing],
        [billing],
      );
      expect(report.findings).toEqual([]);
      expect(requests).toBe(0);
    });
  });

  describe('entityHistory', () => {
    const ref = parseEntityRef('component:default/billing');
    const known: EntityHistory = {
      entityRef: 'component:default/billing',
      since: '2026-01-01T00:00:00.000Z',
      transitions: [],
      isCut: false,
    };

    it('asks the history for the entity as the caller sees it', async () => {
      const historyOf = jest.fn(async () => known);
      const { service } = setUp({
        entities: [billing],
        history: { view: () => undefined, historyOf },
      });
      const since = new Date('2026-01-01T00:00:00Z');
      await expect(
        service.entityHistory(ref, { credentials, since }),
      ).resolves.toBe(known);
      expect(historyOf).toHaveBeenCalledWith(
        expect.objectContaining({ kind: 'Component' }),
        { since },
      );
    });

    it('tells nothing of an entity that the caller does not see', async () => {
      const historyOf = jest.fn(async () => known);
      const { service } = setUp({
        entities: [billing],
        visible: [],
        history: { view: () => undefined, historyOf },
      });
      await expect(service.entityHistory(ref, { credentials })).rejects.toThrow(
        expect.objectContaining({ name: 'NotFoundError' }),
      );
      expect(historyOf).not.toHaveBeenCalled();
    });

    it('says so where none is kept', async () => {
      const { service } = setUp({ entities: [billing] });
      await expect(
        service.entityHistory(ref, { credentials }),
      ).resolves.toMatchObject({
        transitions: [],
        unavailable: expect.any(String),
      });
    });
  });

  describe('fleet', () => {
    const entities = [billing, copy, ledger, aComponent('library', '')];
    const workloads = [
      aWorkload('billing-api', 'billing'),
      aWorkload('ledger-api', 'ledger', 'prod-west'),
    ];

    it('shows what the caller may see, in pages, worst first', async () => {
      const { service } = setUp({ entities, workloads });
      const first = await service.fleet({ limit: 1 }, { credentials });
      expect(first).toMatchObject({
        items: [{ entityRef: 'component:default/billing-copy' }],
        totalItems: 3,
        unfilteredItems: 3,
        offset: 0,
        totals: { contract: { violated: 1, met: 2 } },
        facets: {
          owner: ['group:default/desk-team'],
          cluster: ['prod-east', 'prod-west'],
        },
      });
      const second = await service.fleet(
        { limit: 1, cursor: first.nextCursor },
        { credentials },
      );
      expect(second).toMatchObject({
        items: [{ entityRef: 'component:default/billing' }],
        offset: 1,
      });
    });

    it('counts, lists and offers nothing of what the caller may not see', async () => {
      const { service } = setUp({ entities, workloads, visible: [ledger] });
      const report = await service.fleet({}, { credentials });
      expect(report).toMatchObject({
        totalItems: 1,
        unfilteredItems: 1,
        totals: { contract: { violated: 0, met: 1 }, acts: { catalog: 0 } },
        facets: { cluster: ['prod-west'] },
      });
      expect(JSON.stringify(report)).not.toContain('billing');
      await expect(service.fleetRows({}, { credentials })).resolves.toEqual(
        report.items,
      );
    });

    it('asks the catalog as the caller, and once', async () => {
      const { service, catalog } = setUp({ entities, workloads });
      const asked = jest.spyOn(catalog, 'queryEntities');
      await service.fleet({}, { credentials });
      expect(asked).toHaveBeenCalledTimes(1);
      expect(asked).toHaveBeenCalledWith(expect.anything(), { credentials });
    });

    it('filters and sorts, and gives all of that as rows', async () => {
      const { service } = setUp({ entities, workloads });
      const query = {
        contract: ['met' as const],
        sort: 'name' as const,
        order: 'desc' as const,
      };
      const rows = await service.fleetRows(query, { credentials });
      expect(rows.map(({ entityRef }) => entityRef)).toEqual([
        'component:default/ledger',
        'component:default/billing',
      ]);
      const { items } = await service.fleet(query, { credentials });
      expect(items).toEqual(rows);
    });

    it('refuses the cursor of another list, or of another order', async () => {
      const { service } = setUp({ entities, workloads });
      const { nextCursor } = await service.fleet({ limit: 1 }, { credentials });
      expect(nextCursor).toBeDefined();
      for (const answer of [
        service.fleet({ sort: 'name', cursor: nextCursor }, { credentials }),
        service.unclaimed({ cursor: nextCursor }, { credentials }),
        service.fleet({ cursor: 'forged' }, { credentials }),
      ]) {
        await expect(answer).rejects.toThrow(
          expect.objectContaining({
            name: 'InputError',
            message: expect.stringContaining('cursor'),
          }),
        );
      }
    });

    it('names the clusters that are not read in full', async () => {
      const { service, index } = setUp({ entities, workloads });
      const problem = { reason: 'unreachable', message: 'No answer.' } as const;
      index.setWatchState(
        { cluster: 'edge-1', kind: 'Pod' },
        { kind: 'dark', since: '2026-01-01T09:00:00Z', problem },
      );
      await expect(service.fleet({}, { credentials })).resolves.toMatchObject({
        incomplete: ['edge-1'],
      });
      await expect(
        service.unclaimed({}, { credentials }),
      ).resolves.toMatchObject({ incomplete: ['edge-1'] });
    });
  });

  describe('unclaimed', () => {
    const entities = [billing, aComponent('lost', '')];
    const workloads = [
      aWorkload('billing-api', 'billing'),
      aWorkload('night', 'Billing'),
      aWorkload('lost', 'lost'),
      aWorkload('alone', 'alone'),
    ];

    it('lists what nobody claims, the strongest evidence first', async () => {
      const { service } = setUp({ entities, workloads });
      const report = await service.unclaimed({ limit: 2 }, { credentials });
      expect(report).toMatchObject({
        totalItems: 3,
        unfilteredItems: 3,
        facets: { cluster: ['prod-east'], namespace: ['desk-team'] },
      });
      expect(
        report.items.map(({ value, likeliest }) => [value, likeliest[0]]),
      ).toMatchObject([
        ['lost', { entityRef: 'component:default/lost', evidence: 'exact' }],
        ['Billing', { entityRef: 'component:default/billing' }],
      ]);
      const rows = await service.unclaimedRows({}, { credentials });
      expect(rows.map(({ ref }) => ref.name)).toEqual([
        'lost',
        'night',
        'alone',
      ]);
      await expect(
        service.unclaimedRows({ search: 'alo' }, { credentials }),
      ).resolves.toHaveLength(1);
    });

    it('names no entity that the caller may not see, nor tells of it by the order', async () => {
      const { service } = setUp({ entities, workloads, visible: [] });
      const report = await service.unclaimed({}, { credentials });
      expect(report.items.map(({ ref }) => ref.name)).toEqual([
        'alone',
        'lost',
        'night',
      ]);
      expect(JSON.stringify(report)).not.toContain('component:');
      expect(report.items.map(({ likeliest }) => likeliest)).toEqual([
        [],
        [],
        [],
      ]);
    });
  });

  describe('clusters', () => {
    const entities = [billing, ledger];
    const workloads = [
      aWorkload('billing-api', 'billing'),
      aWorkload('ledger-api', 'ledger'),
    ];

    it('counts, those first that need somebody', async () => {
      const { service, index, fleet } = setUp({
        entities,
        workloads,
        visible: [ledger],
      });
      await fleet.snapshot();
      const problem = { reason: 'unreachable', message: 'No answer.' } as const;
      for (const kind of WATCHED_KINDS) {
        index.setWatchState(
          { cluster: 'prod-west', kind },
          { kind: 'dark', since: '2026-01-01T09:00:00Z', problem },
        );
      }
      index.setCluster({ name: 'a-new-one', title: 'A new one' });
      index.noteSkipped({ cluster: 'prod-east', kind: 'Pod' });

      const { items } = await service.clusters({ credentials });
      expect(items).toMatchObject([
        {
          name: 'prod-west',
          state: { kind: 'dark' },
          findings: [{ rule: 'cluster-reachable' }],
          workloads: 0,
        },
        { name: 'a-new-one', title: 'A new one', state: { kind: 'syncing' } },
        {
          name: 'prod-east',
          state: { kind: 'live' },
          findings: [],
          workloads: 2,
          pods: 0,
          services: 1,
          skipped: 1,
        },
      ]);
    });

    it('answers though the catalog does not, without a number that nobody knows', async () => {
      const { service, catalog, fleet } = setUp({ entities, workloads });
      await fleet.snapshot();
      jest
        .spyOn(catalog, 'queryEntities')
        .mockRejectedValue(new Error('The catalog is down'));
      const { items } = await service.clusters({ credentials });
      expect(items).toMatchObject([{ name: 'prod-east', workloads: 2 }]);
      expect(items[0]).not.toHaveProperty('services');
    });
  });
});
