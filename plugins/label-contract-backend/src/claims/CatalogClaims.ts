import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  QueryEntitiesInitialRequest,
} from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CatalogView,
  ClustersOfClaim,
  createCatalogView,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
} from '@portal-operations/plugin-label-contract-common';

const PAGE_SIZE = 500;
const REFRESH_SECONDS = 60;

/** What makes a claim, and what a workload may be called after. */
const QUERY: QueryEntitiesInitialRequest = {
  filter: [
    { kind: 'component' },
    { [`metadata.annotations.${KUBERNETES_ID}`]: CATALOG_FILTER_EXISTS },
    {
      [`metadata.annotations.${KUBERNETES_LABEL_SELECTOR}`]:
        CATALOG_FILTER_EXISTS,
    },
  ],
  fields: [
    'kind',
    'metadata.name',
    'metadata.namespace',
    'metadata.annotations',
    // Owners, and the clusters that an entity depends on.
    'relations',
  ],
  limit: PAGE_SIZE,
};

/**
 * All claims of the catalog, read in the background with the portal's own credentials: they tell a near
 * miss of one entity from a workload of another, and none of them is named to a reader. The last answer
 * stays while the catalog does not give a newer one.
 */
export class CatalogClaims {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #clustersOf: ClustersOfClaim | undefined;
  readonly #sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  #view: CatalogView | undefined;
  #isFailing = false;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    /** Which clusters a claim reaches; all of them where absent. */
    clustersOf?: ClustersOfClaim;
    /** Resolves early, and never rejects, when the signal is aborted. */
    sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#clustersOf = options.clustersOf;
    this.#sleep = options.sleep;
  }

  /** The claims as they were read last; undefined before the first time. */
  get view(): CatalogView | undefined {
    return this.#view;
  }

  /** Reads again and again until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#refresh();
      await this.#sleep(REFRESH_SECONDS * 1000, signal);
    }
  }

  async #refresh(): Promise<void> {
    try {
      this.#view = createCatalogView(await this.#readAll(), {
        clustersOf: this.#clustersOf,
      });
      this.#isFailing = false;
    } catch (error) {
      // Once for each outage: the next try is a minute away, and an outage may last.
      if (!this.#isFailing) {
        this.#logger.warn(
          `The claims of the catalog cannot be read; ${
            this.#view
              ? 'those of the last time are used'
              : 'near misses are not told'
          } until they can`,
          error instanceof Error ? error : new Error(String(error)),
        );
      }
      this.#isFailing = true;
    }
  }

  async #readAll(): Promise<Entity[]> {
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor === undefined
          ? QUERY
          : { cursor, limit: PAGE_SIZE, fields: QUERY.fields },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor !== undefined);
    return entities;
  }
}
