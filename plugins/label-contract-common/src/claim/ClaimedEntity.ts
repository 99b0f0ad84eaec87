import { EntityClaim } from './EntityClaim';

/**
 * An entity that makes a claim, as far as claim rules need to know it.
 *
 * @public
 */
export interface ClaimedEntity {
  readonly entityRef: string;
  /** `metadata.name`. */
  readonly name: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly claim: EntityClaim;
}
