import { claimedIdOf } from '../claim/claimedIdOf';
import { termsOfSelector } from '../claim/termsOfSelector';
import { PastClaim } from '../match/HistoryView';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { parseSelector } from '../selector/parseSelector';
import { annotationOfClaim } from './annotationOfClaim';
import { claimFinding, editAnnotations } from './claimFinding';
import { defineEntityRule, EntityCheck } from './Rule';
import {
  hiddenWorkloads,
  otherClaimants,
  workloadsCarrying,
} from './workloadsCarrying';

/**
 * The claim still asks for what its workloads carry. Where it was changed, finds nothing since, and
 * workloads carry what it asked for before, somebody changed the one side of the contract alone. Once
 * some workloads follow the new claim, each one that does not is a matter of its own label.
 *
 * @public
 */
export const claimKept = defineEntityRule({
  id: 'claim-kept',
  description: 'A claim that was changed does not leave its workloads behind.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations'],
  needs: ['history'],
  check(options) {
    const { entity, matched, isBroken, isEverythingRead, history } = options;
    const { claim } = entity;
    if (!claim || isBroken || !isEverythingRead || matched.length > 0) {
      return undefined;
    }
    for (const past of history?.claimsBefore(entity.entityRef) ?? []) {
      const workloads = workloadsLeft(options, past);
      if (workloads.length > 0) {
        const before = annotationOfClaim(past);
        const now = annotationOfClaim(claim);
        return {
          rule: 'claim-kept',
          ...claimFinding(entity, 'error'),
          message: {
            id: 'workloads-stayed',
            values: {
              ...now,
              problem: '',
              before: before.value,
              until: past.until,
              ...hiddenWorkloads(workloads),
            },
          },
          fixes: [
            editAnnotations(entity, {
              set: { [before.key]: before.value },
              remove: before.key === now.key ? [] : [now.key],
            }),
          ],
          explains: workloads.map(({ facts }) => facts),
        };
      }
    }
    return undefined;
  },
});

/** In the claimed place, what an earlier claim found and no claim finds now. */
function workloadsLeft(
  { entity, facts, catalog, isIgnoredNamespace }: EntityCheck,
  past: PastClaim,
): MatchedWorkload[] {
  const parsed = parseSelector(past.query);
  if (parsed.kind === 'invalid' || !catalog) {
    return [];
  }
  const { selector } = parsed;
  const id = claimedIdOf(selector);
  const isSound =
    past.id === undefined ? termsOfSelector(selector).length > 0 : id;
  const isNameOfAnother =
    id !== undefined &&
    catalog.componentsNamed(id).some(ref => ref !== entity.entityRef);
  if (!isSound || isNameOfAnother) {
    return [];
  }
  const namespace = entity.claim?.namespace;
  return workloadsCarrying({ selector, facts, isIgnoredNamespace }).filter(
    workload =>
      (!namespace || namespace === workload.facts.namespace) &&
      otherClaimants({ entity, workload, catalog }).length === 0,
  );
}
