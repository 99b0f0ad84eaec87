import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef } from '@backstage/catalog-model';
import {
  EntityReport,
  evaluateEntity,
  FactsView,
} from '@portal-operations/plugin-label-contract-common';
import { ClaimSource } from '../claims/ClaimSource';
import { ReportService } from './ReportService';

/** Computes each report from what is in memory; no cluster is asked. Looks at no permission. */
export class IndexReportService implements ReportService {
  readonly #claims: ClaimSource;
  readonly #facts: FactsView;
  readonly #now: () => Date;

  constructor(options: {
    claims: ClaimSource;
    facts: FactsView;
    now: () => Date;
  }) {
    this.#claims = options.claims;
    this.#facts = options.facts;
    this.#now = options.now;
  }

  async entityReport(
    ref: CompoundEntityRef,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityReport> {
    const entity = await this.#claims.entityByRef(ref, options);
    return evaluateEntity({ entity, facts: this.#facts, now: this.#now() });
  }
}
