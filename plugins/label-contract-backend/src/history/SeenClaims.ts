import { EntityClaim } from '@portal-operations/plugin-label-contract-common';

/** What one entity claims. */
export interface SeenClaim {
  readonly entityRef: string;
  readonly claim: EntityClaim;
  /** Clusters that the claim reaches; all of them where undefined. */
  readonly clusters?: readonly string[];
}

/** All claims of the catalog, read at one moment. A newer reading is another object. */
export interface SeenClaims {
  /** ISO 8601. */
  readonly asOf: string;
  readonly claims: readonly SeenClaim[];
}
