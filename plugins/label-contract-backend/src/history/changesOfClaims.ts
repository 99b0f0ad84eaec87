import { EntityClaim } from '@portal-operations/plugin-label-contract-common';
import { SeenClaims } from './SeenClaims';

/** The claim of one entity before and after; undefined where it makes none. */
export interface ChangedClaim {
  readonly entityRef: string;
  readonly was?: EntityClaim;
  readonly is?: EntityClaim;
}

/** What the catalog claims otherwise than before. */
export function changesOfClaims(
  before: ReadonlyMap<string, EntityClaim>,
  { claims }: SeenClaims,
): ChangedClaim[] {
  const present = new Set(claims.map(({ entityRef }) => entityRef));
  const changed = claims.flatMap(({ entityRef, claim }) => {
    const was = before.get(entityRef);
    return was && isSameClaim(was, claim)
      ? []
      : [{ entityRef, was, is: claim }];
  });
  const ended = [...before]
    .filter(([entityRef]) => !present.has(entityRef))
    .map(([entityRef, was]) => ({ entityRef, was }));
  return [...changed, ...ended];
}

export function isSameClaim(
  a: EntityClaim | undefined,
  b: EntityClaim | undefined,
): boolean {
  return (
    a?.query === b?.query && a?.id === b?.id && a?.namespace === b?.namespace
  );
}
