import { WorkloadFacts } from '../facts/WorkloadFacts';
import { entityRules } from './allRules';
import { checkEntityLabel } from './checkEntityLabel';
import { ClaimFinding } from './Finding';
import { EntityCheck, usualOf } from './Rule';

/** What is to be said of an entity as a whole, and so no more of single workloads. */
export interface CheckedAsAWhole {
  readonly findings: readonly ClaimFinding[];
  /** Workloads whose labels a finding explains. */
  readonly explained: readonly WorkloadFacts[];
}

/** The findings about an entity and everything that was found of it. */
export function checkEntity(options: EntityCheck): CheckedAsAWhole {
  const misplaced = checkEntityLabel(options.entity);
  const breaches = entityRules.flatMap(rule => {
    const breach = rule.check(options);
    return breach ? [{ ...usualOf(rule), ...breach }] : [];
  });
  const findings = breaches.map(({ explains, ...finding }) => finding);
  return {
    // A claim that stands in the wrong place explains why there is none.
    findings: misplaced
      ? [misplaced, ...findings.filter(({ rule }) => rule !== 'claim-present')]
      : findings,
    explained: breaches.flatMap(({ explains = [] }) => explains),
  };
}
