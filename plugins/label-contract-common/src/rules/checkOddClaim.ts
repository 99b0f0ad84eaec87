import { KUBERNETES_ID } from '../annotations';
import { ClaimedEntity } from '../claim/ClaimedEntity';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { claimFinding, editAnnotations } from './claimFinding';
import { ClaimFinding } from './Finding';
import { labelMatchesClaim } from './labelMatchesClaim';
import { usualOf } from './Rule';

/** So many workloads that agree on another value outvote the claim. */
const AGREED = 2;

/**
 * Where the claim finds nothing and all near misses carry one same value, the claim itself is the odd
 * one: one finding of the entity instead of one for each workload. It has to be the entity's own name,
 * or agreed on by several; one workload alone with another value has a typo.
 */
export function checkOddClaim(options: {
  entity: ClaimedEntity;
  matched: readonly MatchedWorkload[];
  nearMisses: readonly MatchedWorkload[];
}): ClaimFinding | undefined {
  const { entity, matched, nearMisses } = options;
  const values = new Set(
    nearMisses.flatMap(({ levels }) => [
      levels.object.value,
      levels.podTemplate.value,
    ]),
  );
  const [found] = values;
  const isAgreed =
    values.size === 1 && found !== undefined && found !== entity.claim.id;
  if (matched.length > 0 || nearMisses.length === 0 || !isAgreed) {
    return undefined;
  }
  if (found !== entity.name && nearMisses.length < AGREED) {
    return undefined;
  }

  const exact = nearMisses.some(({ evidence }) => evidence === 'exact');
  return {
    rule: 'label-matches-claim',
    ...usualOf(labelMatchesClaim),
    ...claimFinding(entity, 'error'),
    owner: 'catalog',
    evidence: exact ? 'exact' : 'strong',
    message: {
      id:
        found === entity.name
          ? 'workloads-carry-entity-name'
          : 'workloads-agree',
      values: {
        key: KUBERNETES_ID,
        value: entity.claim.id ?? '',
        problem: '',
        found,
        workloads: nearMisses.length,
      },
    },
    fixes: [editAnnotations(entity, { set: { [KUBERNETES_ID]: found } })],
  };
}
