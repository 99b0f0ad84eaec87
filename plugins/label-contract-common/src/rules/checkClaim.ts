import { ClaimedEntity } from '../claim/ClaimedEntity';
import { FactsView } from '../match/FactsView';
import { claimRules } from './allRules';
import { ClaimFinding } from './Finding';

/** The findings about the claim of one entity. */
export function checkClaim(options: {
  entity: ClaimedEntity;
  facts: FactsView;
}): ClaimFinding[] {
  return claimRules.flatMap(rule => rule.check(options) ?? []);
}

const BREAKING: readonly ClaimFinding['rule'][] = [
  'claim-value-valid',
  'claim-selector-valid',
  'claim-selector-narrow',
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
