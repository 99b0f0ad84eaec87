import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import {
  CatalogView,
  EntityReport,
  evaluateEntity,
  FactsView,
  KubernetesTabSettings,
} from '@portal-operations/plugin-label-contract-common';
import { ClaimSource } from '../claims/ClaimSource';
import { ReportService } from './ReportService';

/** Computes each report from what is in memory; no cluster is asked. Looks at no permission. */
export class IndexReportService implements ReportService {
  readonly #claims: ClaimSource;
  readonly #facts: FactsView;
  readonly #catalog: () => CatalogView | undefined;
  readonly #isIgnoredNamespace: (namespace: string) => boolean;
  readonly #settings: KubernetesTabSettings;
  readonly #now: () => Date;

  constructor(options: {
    claims: ClaimSource;
    facts: FactsView;
    /** The claims of all entities; undefined as long as the catalog was not read. */
    catalog: () => CatalogView | undefined;
    isIgnoredNamespace: (namespace: string) => boolean;
    /** How the Kubernetes plugin is configured. */
    settings: KubernetesTabSettings;
    now: () => Date;
  }) {
    this.#claims = options.claims;
    this.#facts = options.facts;
    this.#catalog = options.catalog;
    this.#isIgnoredNamespace = options.isIgnoredNamespace;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  async entityReport(
    ref: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
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

  #evaluate(
    entity: Entity,
    mayNameEntity: (entityRef: string) => boolean,
  ): EntityReport {
    return evaluateEntity({
      entity,
      facts: this.#facts,
      catalog: this.#catalog(),
      isIgnoredNamespace: this.#isIgnoredNamespace,
      mayNameEntity,
      settings: this.#settings,
      now: this.#now(),
    });
  }
}
