import { claimRules } from './allRules';
import { ClaimFinding } from './Finding';
import { ClaimRule, usualOf } from './Rule';

/** The findings about the claim of one entity. */
export function checkClaim(
  options: Parameters<ClaimRule['check']>[0],
): ClaimFinding[] {
  return claimRules.flatMap(rule => {
    const breach = rule.check(options);
    return breach ? [{ ...usualOf(rule), ...breach }] : [];
  });
}

const BREAKING: readonly ClaimFinding['rule'][] = [
  'claim-value-valid',
  'claim-selector-valid',
  'claim-selector-narrow',
  'claim-in-existing-place',
];

/**
 * Whether a claim is so wrong that it is taken to match nothing: what a blank selector finds says
 * nothing about the entity.
 */
export function isClaimBroken(findings: readonly ClaimFinding[]): boolean {
  return findings.some(
    ({ rule, severity }) => severity === 'error' && BREAKING.includes(rule),
  );
}
