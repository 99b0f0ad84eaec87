import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  CatalogView,
  checkedEntity,
  compareSortKeys,
  createLikelyEntities,
  EntityReport,
  EntitySummary,
  evaluateEntity,
  FactsView,
  isClaimed,
  KUBERNETES_ID,
  KubernetesTabSettings,
  LikelyEntities,
  LikelyEntity,
  sortKeyOfUnclaimed,
  summarizeEntity,
  totalsOfFleet,
  UnclaimedWorkload,
  unclaimedWorkload,
  WorkloadRef,
} from '@portal-operations/plugin-label-contract-common';
import { isDeepStrictEqual } from 'node:util';
import { withinTime } from '../claims/withinTime';
import { CountOfFindings, FleetSnapshot } from './FleetSnapshot';
import { HistoryReader } from './HistoryReader';
import { IndexTally } from './IndexTally';
import { TimeSlices } from './TimeSlices';

/** No request waits longer than that, give or take one entity. */
const SLICE_MS = 5;
/** A tenth of the time is spent on the fleet at most, unless it would get too old. */
const MOST_REST_PER_BUSY = 9;
const SHORTEST_REST_MS = 500;
const POLL_MS = 500;
/** Rules that look at the clock decide otherwise with time, though nothing changed. */
const OLDEST_MS = 60_000;
const FIRST_WITHIN_MS = 15_000;

/** The entities of the catalog, read in the background. */
export interface KnownEntities {
  readonly entities: readonly Entity[] | undefined;
  readonly view: CatalogView | undefined;
}

/** Time, and turns. */
export interface ObserverClock {
  now(): Date;
  elapsedMs(): number;
  /** Resolves early, and never rejects, when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Resolves when everybody who waited had a turn. */
  giveTurn(): Promise<void>;
}

/** What a snapshot is made of. */
interface Basis {
  readonly entities: readonly Entity[];
  readonly catalog: CatalogView;
  readonly generation: number;
  readonly elapsedMs: number;
}

/** What is gathered entity by entity. */
interface Gathered {
  readonly summaries: EntitySummary[];
  readonly nearMisses: Map<string, LikelyEntity[]>;
  readonly findings: Map<string, CountOfFindings>;
}

/**
 * Looks through the whole fleet in the background, again whenever something changed: in slices so short that
 * others are not held up, with rests between them so long that it costs a tenth of one processor, unless a
 * look would take longer than a minute then. The first look does not rest, as somebody may wait for it.
 */
export class FleetObserver {
  readonly #claims: KnownEntities;
  readonly #facts: FactsView & { readonly generation: number };
  readonly #tally: IndexTally;
  readonly #history: HistoryReader | undefined;
  readonly #isIgnoredNamespace: (namespace: string) => boolean;
  readonly #settings: KubernetesTabSettings;
  readonly #clock: ObserverClock;
  readonly #logger: LoggerService;
  readonly #waiting = new Set<(snapshot: FleetSnapshot) => void>();
  readonly #listeners = new Set<() => void>();
  #latest: FleetSnapshot | undefined;
  /** Milliseconds that the last look computed; undefined before the first. */
  #busyMs: number | undefined;
  #basis: Basis | undefined;
  #likely:
    | { readonly of: CatalogView; readonly entities: LikelyEntities }
    | undefined;
  /** Entities that could not be judged the last time, so that each is told of once. */
  #failing: ReadonlySet<string> = new Set();

  constructor(options: {
    claims: KnownEntities;
    facts: FactsView & { readonly generation: number };
    tally: IndexTally;
    history?: HistoryReader;
    isIgnoredNamespace: (namespace: string) => boolean;
    /** How the Kubernetes plugin is configured. */
    settings: KubernetesTabSettings;
    clock: ObserverClock;
    logger: LoggerService;
  }) {
    this.#claims = options.claims;
    this.#facts = options.facts;
    this.#tally = options.tally;
    this.#history = options.history;
    this.#isIgnoredNamespace = options.isIgnoredNamespace;
    this.#settings = options.settings;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  /** The fleet as it was last seen; undefined before the first time. */
  get latest(): FleetSnapshot | undefined {
    return this.#latest;
  }

  /**
   * Calls a function whenever the fleet is another than before; it must not throw. Returns how to end that.
   */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The fleet as it was last seen; waits for the first time.
   *
   * @throws ServiceUnavailableError where that takes too long, as when the catalog does not answer.
   */
  async snapshot(): Promise<FleetSnapshot> {
    if (this.#latest) {
      return this.#latest;
    }
    let stopWaiting = () => {};
    const first = new Promise<FleetSnapshot>(resolve => {
      this.#waiting.add(resolve);
      stopWaiting = () => this.#waiting.delete(resolve);
    });
    try {
      return await withinTime(first, {
        milliseconds: FIRST_WITHIN_MS,
        whom: 'The look through the fleet',
        sleep: this.#clock.sleep,
      });
    } catch (error) {
      const why = this.#claims.entities
        ? 'it takes longer the first time'
        : 'the catalog was not read since the start';
      throw new ServiceUnavailableError(
        `The fleet was not looked through yet, as ${why}; try again in a minute`,
        error,
      );
    } finally {
      stopWaiting();
    }
  }

  /** Looks again and again until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const { entities, view } = this.#claims;
      if (entities && view && this.#isOutdated(view)) {
        this.#busyMs = await this.#look({ entities, catalog: view, signal });
        await this.#clock.sleep(SHORTEST_REST_MS, signal);
      } else {
        await this.#clock.sleep(POLL_MS, signal);
      }
    }
  }

  #isOutdated(view: CatalogView): boolean {
    const basis = this.#basis;
    return (
      basis === undefined ||
      basis.catalog !== view ||
      basis.generation !== this.#facts.generation ||
      this.#clock.elapsedMs() - basis.elapsedMs >= OLDEST_MS
    );
  }

  /** Rests between two slices, in proportion to what the slice took. */
  async #rest(lastedMs: number, signal: AbortSignal): Promise<void> {
    const restMs = lastedMs * restPerBusy(this.#busyMs);
    await (restMs === 0
      ? this.#clock.giveTurn()
      : this.#clock.sleep(restMs, signal));
  }

  /** Takes one snapshot. Returns for how many milliseconds it computed. */
  async #look(options: {
    entities: readonly Entity[];
    catalog: CatalogView;
    signal: AbortSignal;
  }): Promise<number> {
    const { entities, catalog, signal } = options;
    // What changes from here on makes it outdated, seen already or not.
    const basis: Basis = {
      entities,
      catalog,
      generation: this.#facts.generation,
      elapsedMs: this.#clock.elapsedMs(),
    };
    const takenAt = this.#clock.now();
    const slices = new TimeSlices({
      sliceMs: SLICE_MS,
      elapsedMs: () => this.#clock.elapsedMs(),
      giveTurn: lastedMs => this.#rest(lastedMs, signal),
    });

    const gathered = await this.#gather({ basis, takenAt, slices, signal });
    const unclaimed = await this.#unclaimed({
      basis,
      nearMisses: gathered.nearMisses,
      slices,
      signal,
    });
    if (signal.aborted) {
      return slices.busyMs;
    }

    const { contract, health } = totalsOfFleet(gathered.summaries, {});
    const snapshot: FleetSnapshot = {
      summaries: gathered.summaries,
      unclaimed,
      contract,
      health,
      findings: [...gathered.findings.values()],
      takenAt,
    };
    const isNews = await this.#isNews(snapshot, slices);
    this.#basis = basis;
    this.#latest = snapshot;
    this.#waiting.forEach(resolve => resolve(snapshot));
    if (isNews) {
      this.#listeners.forEach(listener => listener());
    }
    return slices.busyMs;
  }

  /** Whether a snapshot says anything else than the one before: it is taken anew when the clock alone went on. */
  async #isNews(
    { summaries, unclaimed }: FleetSnapshot,
    slices: TimeSlices,
  ): Promise<boolean> {
    const before = this.#latest;
    if (
      before?.summaries.length !== summaries.length ||
      before.unclaimed.length !== unclaimed.length
    ) {
      return true;
    }
    const known = new Map(
      before.summaries.map(summary => [summary.entityRef, summary]),
    );
    for (const summary of summaries) {
      if (!isDeepStrictEqual(known.get(summary.entityRef), summary)) {
        return true;
      }
      await slices.next();
    }
    for (const [index, workload] of unclaimed.entries()) {
      if (!isDeepStrictEqual(before.unclaimed[index], workload)) {
        return true;
      }
      await slices.next();
    }
    return false;
  }

  async #gather(options: {
    basis: Basis;
    takenAt: Date;
    slices: TimeSlices;
    signal: AbortSignal;
  }): Promise<Gathered> {
    const { basis, takenAt, slices, signal } = options;
    const gathered: Gathered = {
      summaries: [],
      nearMisses: new Map(),
      findings: new Map(),
    };
    const history = this.#history?.view();
    const failing = new Set<string>();
    for (const entity of basis.entities) {
      if (signal.aborted) {
        break;
      }
      try {
        const report = evaluateEntity({
          entity,
          facts: this.#facts,
          catalog: basis.catalog,
          history,
          isIgnoredNamespace: this.#isIgnoredNamespace,
          settings: this.#settings,
          now: takenAt,
        });
        if (belongsToFleet(entity, report)) {
          gather(gathered, { entity, report });
        }
      } catch (error) {
        // One entity that a rule stumbles over must not hide all others.
        const entityRef = stringifyEntityRef(entity);
        failing.add(entityRef);
        if (!this.#failing.has(entityRef)) {
          this.#logger.error(
            `The fleet is shown without ${entityRef}, which cannot be judged`,
            error instanceof Error ? error : new Error(String(error)),
          );
        }
      }
      await slices.next();
    }
    this.#failing = failing;
    return gathered;
  }

  async #unclaimed(options: {
    basis: Basis;
    nearMisses: ReadonlyMap<string, readonly LikelyEntity[]>;
    slices: TimeSlices;
    signal: AbortSignal;
  }): Promise<UnclaimedWorkload[]> {
    const { basis, nearMisses, slices, signal } = options;
    const { catalog } = basis;
    const likely = this.#likelyIn(basis);
    await slices.next();

    const clusters = [...this.#facts.clusters()];
    const found = new Map<string, UnclaimedWorkload>();
    for (const value of this.#tally.contractValues()) {
      if (signal.aborted) {
        break;
      }
      if (!catalog.hasId(value)) {
        const carriers = this.#facts.workloadsMatching([
          { operator: 'in', key: KUBERNETES_ID, values: [value] },
        ]);
        for (const workload of carriers) {
          const unclaimed = unclaimedWorkload(workload, {
            facts: this.#facts,
            clusters,
            catalog,
            isIgnoredNamespace: this.#isIgnoredNamespace,
            nearMissOf: ref => nearMisses.get(keyOf(ref)) ?? [],
            likely,
          });
          if (unclaimed) {
            found.set(keyOf(unclaimed.ref), unclaimed);
          }
          await slices.next();
        }
      }
      await slices.next();
    }
    return [...found.values()]
      .map(workload => ({ workload, key: sortKeyOfUnclaimed(workload) }))
      .sort((a, b) => compareSortKeys(a.key, b.key))
      .map(({ workload }) => workload);
  }

  /** Tables of names are made once for each state of the catalog. */
  #likelyIn({ entities, catalog }: Basis): LikelyEntities {
    if (this.#likely?.of !== catalog) {
      this.#likely = {
        of: catalog,
        entities: createLikelyEntities({
          entities: entities.map(checkedEntity),
          catalog,
        }),
      };
    }
    return this.#likely.entities;
  }
}

/**
 * How many milliseconds of rest each millisecond of a look gets, by how long the look before computed: a
 * machine that is too busy makes a look long, and must not make the next one wait for ever.
 */
function restPerBusy(lastBusyMs: number | undefined): number {
  return lastBusyMs === undefined
    ? 0
    : Math.min(
        MOST_REST_PER_BUSY,
        Math.max(0, OLDEST_MS / Math.max(lastBusyMs, 1) - 1),
      );
}

/** Whether an entity makes a claim, opted out or not, or a finding says that it ought to. */
function belongsToFleet(entity: Entity, report: EntityReport): boolean {
  return (
    isClaimed(checkedEntity(entity)) || report.contract.verdict === 'violated'
  );
}

function gather(
  { summaries, nearMisses, findings }: Gathered,
  { entity, report }: { entity: Entity; report: EntityReport },
): void {
  const { entityRef } = report;
  summaries.push(summarizeEntity({ entity, report }));
  for (const { ref, evidence, signs } of report.nearMisses) {
    const key = keyOf(ref);
    const likely = nearMisses.get(key) ?? [];
    likely.push({ entityRef, evidence, signs });
    nearMisses.set(key, likely);
  }
  for (const { rule, severity, owner } of report.findings) {
    const sort = `${rule} ${severity} ${owner}`;
    const count = (findings.get(sort)?.count ?? 0) + 1;
    findings.set(sort, { rule, severity, owner, count });
  }
}

function keyOf({ cluster, uid }: Pick<WorkloadRef, 'cluster' | 'uid'>): string {
  return `${cluster}/${uid}`;
}
