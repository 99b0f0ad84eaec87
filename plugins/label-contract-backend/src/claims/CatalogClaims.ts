import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CatalogView,
  checkedEntity,
  ClustersOfClaim,
  createCatalogView,
} from '@portal-operations/plugin-label-contract-common';
import { readAllEntities } from './readAllEntities';
import { retryMs } from './retryMs';
import { Sleep } from './withinTime';

const PAGE_SIZE = 500;
const REFRESH_MS = 60_000;
/** A catalog without entities is one that starts: it is asked again soon. */
const EMPTY_REFRESH_MS = 5_000;
/** For each page. */
const TIME_LIMIT_MS = 30_000;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'metadata.labels',
  'spec.lifecycle',
  // Owners, systems, and the clusters that an entity depends on.
  'relations',
];

interface KnownClaims {
  readonly entities: readonly Entity[];
  readonly view: CatalogView;
  /** For which clusters the view holds. */
  readonly clusters: string;
}

/**
 * All claims of the catalog, read in the background with the portal's own credentials: they tell a near
 * miss of one entity from a workload of another, and none of them is named to a reader who may not see it.
 * The last answer stays while the catalog does not give a newer one, and half an answer is none.
 */
export class CatalogClaims {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #clustersOf: (known: readonly string[]) => ClustersOfClaim;
  readonly #clusters: () => readonly string[];
  readonly #onView: (view: CatalogView) => void;
  readonly #sleep: Sleep;
  readonly #random: () => number;
  readonly #now: () => Date;
  #readAt: Date | undefined;
  #known: KnownClaims | undefined;
  #failures = 0;
  #leftOut = 0;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    /** Which of the clusters that are known a claim reaches; all of them where absent. */
    clustersOf?: (known: readonly string[]) => ClustersOfClaim;
    /** Names of the clusters that are known: when they change, claims may reach others. */
    clusters: () => readonly string[];
    /** Gets each view as soon as it is made. */
    onView?: (view: CatalogView) => void;
    /** Resolves early, and never rejects, when the signal is aborted. */
    sleep: Sleep;
    /** From 0 up to 1. */
    random: () => number;
    now: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#clustersOf = options.clustersOf ?? (() => () => undefined);
    this.#clusters = options.clusters;
    this.#onView = options.onView ?? (() => undefined);
    this.#sleep = options.sleep;
    this.#random = options.random;
    this.#now = options.now;
  }

  /** The claims as they were read last; undefined before the first time. */
  get view(): CatalogView | undefined {
    if (this.#known && this.#known.clusters !== keyOf(this.#clusters())) {
      this.#keep(this.#known.entities);
    }
    return this.#known?.view;
  }

  /**
   * Every entity that claims workloads or may have to, as far as rules look at it; undefined before the
   * catalog was read for the first time.
   */
  get entities(): readonly Entity[] | undefined {
    return this.#known?.entities;
  }

  /** When the catalog was read last, in full; undefined before the first time. */
  get readAt(): Date | undefined {
    return this.#readAt;
  }

  /** Reads again and again until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#refresh(signal);
      await this.#sleep(this.#restMs(), signal);
    }
  }

  #restMs(): number {
    if (this.#failures > 0) {
      return retryMs({ failures: this.#failures, random: this.#random() });
    }
    return this.#known?.entities.length === 0 ? EMPTY_REFRESH_MS : REFRESH_MS;
  }

  async #refresh(signal: AbortSignal): Promise<void> {
    try {
      const entities = await readAllEntities({
        catalog: this.#catalog,
        credentials: () => this.#auth.getOwnServiceCredentials(),
        fields: FIELDS,
        pageSize: PAGE_SIZE,
        timeLimitMs: TIME_LIMIT_MS,
        sleep: this.#sleep,
        signal,
      });
      this.#keep(this.#soundOnes(entities));
      this.#readAt = this.#now();
      this.#failures = 0;
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      // Once for each outage: it may last.
      if (this.#failures === 0) {
        this.#logger.warn(
          `The claims of the catalog cannot be read; ${
            this.#known
              ? 'those of the last time are used'
              : 'near misses are not told'
          } until they can`,
          error instanceof Error ? error : new Error(String(error)),
        );
      }
      this.#failures += 1;
    }
  }

  #keep(entities: readonly Entity[]): void {
    const known = this.#clusters();
    const view = createCatalogView(entities, {
      clustersOf: this.#clustersOf(known),
    });
    this.#known = { entities, view, clusters: keyOf(known) };
    this.#onView(view);
  }

  /** Entities that are whole, each once: one may move to a later page while the pages are read. */
  #soundOnes(entities: readonly Entity[]): Entity[] {
    const byRef = new Map<string, Entity>();
    let leftOut = 0;
    for (const entity of entities) {
      const entityRef = refOf(entity);
      if (entityRef === undefined) {
        leftOut += 1;
      } else {
        byRef.set(entityRef, entity);
      }
    }
    if (leftOut !== this.#leftOut) {
      this.#leftOut = leftOut;
      this.#logger.warn(
        `${leftOut} entities of the catalog are not understood and left out`,
      );
    }
    return [...byRef.values()];
  }
}

function keyOf(clusters: readonly string[]): string {
  return [...clusters].sort().join(' ');
}

/** The ref of an entity; undefined for something that only claims to be one. */
function refOf(entity: Entity): string | undefined {
  try {
    return checkedEntity(entity).entityRef;
  } catch {
    return undefined;
  }
}
