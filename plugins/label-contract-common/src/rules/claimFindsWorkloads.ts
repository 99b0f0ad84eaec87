import { isClaimed } from '../claim/ClaimedEntity';
import { annotationOfClaim } from './annotationOfClaim';
import { claimFinding } from './claimFinding';
import { claimKept } from './claimKept';
import { claimNotShadowed } from './claimNotShadowed';
import { labelInClaimedPlace } from './labelInClaimedPlace';
import { defineEntityRule, EntityCheck } from './Rule';

/** Stages of life in which there may be nothing to find yet. */
const NOT_DEPLOYED_YET = ['development', 'experimental'];

/**
 * The claim finds something. Said only where everything was read that could hold it, and where nothing
 * else explains the empty tab. A service in production whose workloads are gone is an outage; one that
 * never had any may not be deployed yet.
 *
 * @public
 */
export const claimFindsWorkloads = defineEntityRule({
  id: 'claim-finds-workloads',
  description: 'The claim finds at least one workload.',
  verdict: 'contract',
  severities: ['warning', 'error'],
  owners: ['team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check(options) {
    const { entity, history } = options;
    const { claim, lifecycle, owner, entityRef } = entity;
    if (
      !claim ||
      NOT_DEPLOYED_YET.includes(lifecycle ?? '') ||
      !isCertainlyEmpty(options) ||
      isExplained(options)
    ) {
      return undefined;
    }

    const values = { ...annotationOfClaim(claim), problem: '' };
    const fixes = [{ kind: 'tell-owner', owner }] as const;
    const last = history?.lastMatched(entityRef);
    if (!last) {
      return {
        rule: 'claim-finds-workloads',
        ...claimFinding(entity, 'warning'),
        message: { id: 'finds-nothing', values },
        fixes,
      };
    }
    const { until: since, workloads } = last;
    return {
      rule: 'claim-finds-workloads',
      ...claimFinding(entity, lifecycle === 'production' ? 'error' : 'warning'),
      message: { id: 'removed', values: { ...values, since, workloads } },
      fixes,
    };
  },
});

function isCertainlyEmpty(options: EntityCheck): boolean {
  const { matched, nearMisses, isBroken, isEverythingRead } = options;
  const { catalog, everywhere } = options;
  return (
    !isBroken &&
    isEverythingRead &&
    matched.length === 0 &&
    nearMisses.length === 0 &&
    // Without the other claims near misses are not told, and without a cluster nothing is.
    catalog !== undefined &&
    [...everywhere.clusters()].length > 0
  );
}

function isExplained(options: EntityCheck): boolean {
  const { entity, facts } = options;
  const shadow = isClaimed(entity)
    ? claimNotShadowed.check({ entity, facts })
    : undefined;
  return (
    shadow?.severity === 'error' ||
    [claimKept, labelInClaimedPlace].some(
      rule => rule.check(options) !== undefined,
    )
  );
}
