import {
  EntityClaim,
  KUBERNETES_ID,
  parseSelector,
} from '@portal-operations/plugin-label-contract-common';

/** Selectors are free text, and each key costs room in every row: what is beyond is not remembered. */
const MOST_KEYS = 50;

/**
 * The label keys whose values are remembered, sorted: the contract label, and those that the selectors
 * of claims name with a value. What is nowhere named with a value makes no contract.
 */
export function trackedKeysOf(
  claims: Iterable<{ readonly claim?: EntityClaim }>,
): string[] {
  const keys = new Set([KUBERNETES_ID]);
  for (const { claim } of claims) {
    // A claim by id names the contract label, which is there already.
    if (claim && claim.id === undefined) {
      const parsed = parseSelector(claim.query);
      const named = parsed.kind === 'invalid' ? [] : parsed.selector;
      named
        .filter(({ operator }) => operator === 'in')
        .filter(() => keys.size < MOST_KEYS)
        .forEach(({ key }) => keys.add(key));
    }
  }
  return [...keys].sort();
}
