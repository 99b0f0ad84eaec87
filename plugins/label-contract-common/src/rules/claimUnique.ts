import { KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR } from '../annotations';
import { CatalogView, Claimant } from '../claim/CatalogView';
import { CheckedEntity } from '../claim/ClaimedEntity';
import { claimedIdOf } from '../claim/claimedIdOf';
import { isWorthLabelling } from '../match/isWorthLabelling';
import { allLevelLabelsOf } from '../match/levelLabelsOf';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { matchesSelector } from '../selector/matchesSelector';
import { parseSelector } from '../selector/parseSelector';
import { annotationOfClaim } from './annotationOfClaim';
import { claimFinding, editAnnotations } from './claimFinding';
import { defineEntityRule } from './Rule';
import { distinct } from './workloadsCarrying';

/**
 * No other claim finds the same workloads. Between two Components that is an error: each shows what is
 * the other's. A System beside its Component is worth knowing.
 *
 * Two claims meet on one level. A workload whose levels say different things belongs to one of the two,
 * and a label rule says so.
 *
 * @public
 */
export const claimUnique = defineEntityRule({
  id: 'claim-unique',
  description: 'No two entities claim the same workloads.',
  verdict: 'contract',
  severities: ['error', 'info'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations', 'tell-owner'],
  check({ entity, matched, facts, catalog, mayNameEntity }) {
    const { claim, entityRef, kind, name, owner } = entity;
    if (!claim || !catalog) {
      return undefined;
    }
    const rivalsOf = new Map(
      matched
        .filter(workload => isWorthLabelling(workload.facts, facts))
        .map(workload => [
          workload,
          claimantsBeside(workload, catalog).filter(
            rival => rival.entityRef !== entityRef && !rival.isOptedOut,
          ),
        ]),
    );
    const rivals = new Map(
      [...rivalsOf.values()].flat().map(each => [each.entityRef, each]),
    );
    if (rivals.size === 0) {
      return undefined;
    }

    const others = [...rivals.values()];
    const parsed = parseSelector(claim.query);
    const isOwnName =
      parsed.kind === 'selector' && claimedIdOf(parsed.selector) === name;
    const ownNames = others.filter(({ claimsOwnName }) => claimsOwnName);
    if (isOwnName && ownNames.length === 0) {
      return undefined;
    }

    const anotherStays = !isOwnName && ownNames.length === 1;
    const isBetweenComponents =
      kind === 'component' && others.some(each => each.kind === 'component');
    const { key, value } = annotationOfClaim(claim);
    return {
      rule: 'claim-unique',
      ...claimFinding(entity, isBetweenComponents ? 'error' : 'info'),
      message: {
        id: anotherStays ? 'another-bears-the-name' : 'undecided',
        values: {
          key,
          value,
          problem: '',
          workloads: [...rivalsOf.values()].filter(each => each.length > 0)
            .length,
          others: others.length,
          kinds: distinct(others.map(each => each.kind)),
          entities: distinct(
            others.map(each => each.entityRef).filter(mayNameEntity),
          ),
        },
      },
      fixes: anotherStays
        ? [editAnnotations(entity, { remove: annotationsOf(entity) })]
        : [{ kind: 'tell-owner', owner }],
    };
  },
});

/** All that makes the claim: behind a selector an id may wait for its turn. */
function annotationsOf({ annotations }: CheckedEntity): string[] {
  return [KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR].filter(
    key => key in annotations,
  );
}

/** Entities whose claim finds a level of a workload that the claim at hand finds, too. */
function claimantsBeside(
  { facts, pods, selector }: MatchedWorkload,
  catalog: CatalogView,
): Claimant[] {
  return [...allLevelLabelsOf(facts), ...pods.map(({ labels }) => labels)]
    .filter(labels => matchesSelector(labels, selector))
    .flatMap(labels => catalog.claimantsOf(labels, facts));
}
