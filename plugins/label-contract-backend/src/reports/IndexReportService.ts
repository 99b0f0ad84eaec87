import {
  CompoundEntityRef,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CatalogView,
  ClusterFacts,
  ClusterReport,
  ClustersReport,
  EntityHistory,
  EntityReport,
  EntitySummary,
  evaluateCluster,
  evaluateEntity,
  facetsOfFleet,
  facetsOfUnclaimed,
  FactsView,
  filterFleet,
  filterUnclaimed,
  FleetFilter,
  FleetQuery,
  FleetReport,
  KubernetesTabSettings,
  isReadInFull,
  pageOf,
  sortKeyOfSummary,
  sortKeyOfUnclaimed,
  totalsOfFleet,
  UnclaimedQuery,
  UnclaimedReport,
  UnclaimedWorkload,
} from '@portal-operations/plugin-label-contract-common';
import { ClaimSource } from '../claims/ClaimSource';
import { compareClusters } from './compareClusters';
import { FleetObserver } from './FleetObserver';
import { HistoryReader } from './HistoryReader';
import { IndexTally } from './IndexTally';
import { ReportService, ReportServiceOptions } from './ReportService';
import { SortedFleet } from './SortedFleet';
import { unclaimedForReader } from './unclaimedForReader';

/** Computes each report from what is in memory; no cluster is asked. Looks at no permission of its own. */
export class IndexReportService implements ReportService {
  readonly #claims: ClaimSource;
  readonly #facts: FactsView;
  readonly #tally: IndexTally;
  readonly #fleet: Pick<FleetObserver, 'latest' | 'snapshot'>;
  readonly #sorted = new SortedFleet();
  readonly #history: HistoryReader | undefined;
  readonly #catalog: () => CatalogView | undefined;
  readonly #isIgnoredNamespace: (namespace: string) => boolean;
  readonly #settings: KubernetesTabSettings;
  readonly #now: () => Date;

  constructor(options: {
    claims: ClaimSource;
    facts: FactsView;
    tally: IndexTally;
    fleet: Pick<FleetObserver, 'latest' | 'snapshot'>;
    /** Without it, reports say less, and no history is told. */
    history?: HistoryReader;
    /** The claims of all entities; undefined as long as the catalog was not read. */
    catalog: () => CatalogView | undefined;
    isIgnoredNamespace: (namespace: string) => boolean;
    /** How the Kubernetes plugin is configured. */
    settings: KubernetesTabSettings;
    now: () => Date;
  }) {
    this.#claims = options.claims;
    this.#facts = options.facts;
    this.#tally = options.tally;
    this.#fleet = options.fleet;
    this.#history = options.history;
    this.#catalog = options.catalog;
    this.#isIgnoredNamespace = options.isIgnoredNamespace;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  async entityReport(
    ref: CompoundEntityRef,
    options: ReportServiceOptions,
  ): Promise<EntityReport> {
    const entity = await this.#claims.entityByRef(ref, options);
    const wouldBeNamed = new Set<string>();
    const nameless = this.#evaluate(entity, other => {
      wouldBeNamed.add(other);
      return false;
    });
    if (wouldBeNamed.size === 0) {
      return nameless;
    }
    // Seldom there is another entity to name, so the catalog is asked again only then.
    const visible = await this.#claims.visibleAmong([...wouldBeNamed], options);
    return this.#evaluate(entity, other => visible.has(other));
  }

  async entityHistory(
    ref: CompoundEntityRef,
    { since, ...options }: ReportServiceOptions & { readonly since?: Date },
  ): Promise<EntityHistory> {
    const entity = await this.#claims.entityByRef(ref, options);
    return this.#history
      ? this.#history.historyOf(entity, { since })
      : {
          entityRef: stringifyEntityRef(entity),
          since: (since ?? this.#now()).toISOString(),
          transitions: [],
          isCut: false,
          unavailable: 'This portal keeps no history.',
        };
  }

  async fleet(
    query: FleetQuery,
    options: ReportServiceOptions,
  ): Promise<FleetReport> {
    const { sort = 'worst', order = 'asc', limit, cursor } = query;
    const visible = await this.#visibleFleet(query, options);
    return {
      ...pageOf({
        items: filterFleet(visible, query),
        keyOf: summary => sortKeyOfSummary(summary, sort),
        order,
        list: `fleet ${sort} ${order}`,
        limit,
        cursor,
      }),
      unfilteredItems: visible.length,
      totals: totalsOfFleet(visible, query),
      facets: facetsOfFleet(visible),
      incomplete: this.#incomplete(),
    };
  }

  async fleetRows(
    query: FleetFilter & Pick<FleetQuery, 'sort' | 'order'>,
    options: ReportServiceOptions,
  ): Promise<readonly EntitySummary[]> {
    return filterFleet(await this.#visibleFleet(query, options), query);
  }

  async unclaimed(
    query: UnclaimedQuery,
    options: ReportServiceOptions,
  ): Promise<UnclaimedReport> {
    const all = await this.#unclaimedFor(options);
    return {
      ...pageOf({
        items: filterUnclaimed(all, query),
        keyOf: sortKeyOfUnclaimed,
        list: 'unclaimed',
        limit: query.limit,
        cursor: query.cursor,
      }),
      unfilteredItems: all.length,
      facets: facetsOfUnclaimed(all),
      incomplete: this.#incomplete(),
    };
  }

  async unclaimedRows(
    query: Omit<UnclaimedQuery, 'limit' | 'cursor'>,
    options: ReportServiceOptions,
  ): Promise<readonly UnclaimedWorkload[]> {
    return filterUnclaimed(await this.#unclaimedFor(options), query);
  }

  async clusters(options: ReportServiceOptions): Promise<ClustersReport> {
    const services = await this.#servicesByCluster(options);
    const items = [...this.#facts.clusters()].map(cluster => ({
      ...this.#reportOfCluster(cluster),
      ...(cluster.title !== undefined && { title: cluster.title }),
      ...this.#tally.countsOf(cluster.name),
      ...(services && { services: services.get(cluster.name) ?? 0 }),
      skipped: cluster.skipped ?? 0,
    }));
    return { items: items.sort(compareClusters) };
  }

  /** Those of the fleet that the caller may see, in the order of the query. */
  async #visibleFleet(
    { sort, order }: Pick<FleetQuery, 'sort' | 'order'>,
    options: ReportServiceOptions,
  ): Promise<readonly EntitySummary[]> {
    const [snapshot, visible] = await this.#seenBy(options);
    return this.#sorted
      .of(snapshot, { sort, order })
      .filter(({ entityRef }) => visible.has(entityRef));
  }

  async #unclaimedFor(
    options: ReportServiceOptions,
  ): Promise<readonly UnclaimedWorkload[]> {
    const [{ unclaimed }, visible] = await this.#seenBy(options);
    return unclaimedForReader(unclaimed, entityRef => visible.has(entityRef));
  }

  async #seenBy(options: ReportServiceOptions) {
    return Promise.all([
      this.#fleet.snapshot(),
      this.#claims.visibleRefs(options),
    ]);
  }

  /**
   * How many entities have workloads there; undefined as long as the fleet was not looked through, or the
   * catalog does not answer: neither hides how the clusters are.
   */
  async #servicesByCluster(
    options: ReportServiceOptions,
  ): Promise<ReadonlyMap<string, number> | undefined> {
    const summaries = this.#fleet.latest?.summaries;
    const visible =
      summaries &&
      (await this.#claims.visibleRefs(options).catch(() => undefined));
    if (!visible) {
      return undefined;
    }
    const services = new Map<string, number>();
    for (const { entityRef, clusters } of summaries) {
      if (visible.has(entityRef)) {
        clusters.forEach(name =>
          services.set(name, (services.get(name) ?? 0) + 1),
        );
      }
    }
    return services;
  }

  #incomplete(): string[] {
    return [...this.#facts.clusters()]
      .map(cluster => this.#reportOfCluster(cluster))
      .filter(report => !isReadInFull(report))
      .map(({ name }) => name)
      .sort();
  }

  #reportOfCluster(cluster: ClusterFacts): ClusterReport {
    return evaluateCluster({
      cluster,
      settings: this.#settings,
      now: this.#now(),
    });
  }

  #evaluate(
    entity: Entity,
    mayNameEntity: (entityRef: string) => boolean,
  ): EntityReport {
    return evaluateEntity({
      entity,
      facts: this.#facts,
      catalog: this.#catalog(),
      history: this.#history?.view(),
      isIgnoredNamespace: this.#isIgnoredNamespace,
      mayNameEntity,
      settings: this.#settings,
      now: this.#now(),
    });
  }
}
