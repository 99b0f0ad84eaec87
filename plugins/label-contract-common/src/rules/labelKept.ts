import { KUBERNETES_ID } from '../annotations';
import { isClaimed } from '../claim/ClaimedEntity';
import { HandOver, handOversOf } from '../evidence/handOversOf';
import { workloadAgainst } from '../match/matchWorkload';
import { parseSelector } from '../selector/parseSelector';
import { claimFinding } from './claimFinding';
import { labelFinding } from './labelFinding';
import { LABEL_FIXES } from './labelFixesOf';
import { defineEntityRule, EntityCheck } from './Rule';

/**
 * A workload that carried the label goes to another entity only as a whole, and on purpose. What only
 * some levels lost is a matter of the rule that finds those levels; that it was lost, and when, is said
 * there.
 *
 * The other entity is never named: the reader may not be allowed to see it.
 *
 * @public
 */
export const labelKept = defineEntityRule({
  id: 'label-kept',
  description:
    'A workload that carried the label of the service keeps it, or is handed over on purpose.',
  verdict: 'contract',
  severities: ['info', 'error'],
  owners: ['nobody', 'ops'],
  evidences: ['exact'],
  fixes: LABEL_FIXES,
  needs: ['history'],
  check(options) {
    const { entity } = options;
    const handOvers = handOversIn(options);
    const doubtful = handOvers.filter(({ isDoubtful }) => isDoubtful);
    const isInDoubt = doubtful.length > 0;
    const reported = isInDoubt ? doubtful : handOvers;
    const [last] = [...reported].sort((a, b) =>
      b.loss.since.to.localeCompare(a.loss.since.to, 'en'),
    );
    if (!last) {
      return undefined;
    }

    return {
      rule: 'label-kept',
      ...claimFinding(entity, isInDoubt ? 'error' : 'info'),
      owner: isInDoubt ? 'ops' : 'nobody',
      message: {
        id: isInDoubt ? 'taken-over' : 'handed-over',
        values: {
          key: KUBERNETES_ID,
          value: entity.claim?.id ?? '',
          workloads: reported
            .map(({ workload }) => `${workload.namespace}/${workload.name}`)
            .sort(),
          lost: last.loss.since,
          manager: last.loss.manager,
        },
      },
      fixes: doubtful.flatMap(handOver => fixesFor(handOver, options)),
    };
  },
});

function handOversIn(options: EntityCheck): HandOver[] {
  const { entity, catalog, history, isBroken } = options;
  const claimed = entity.claim?.id;
  if (!isClaimed(entity) || claimed === undefined || !catalog || !history) {
    return [];
  }
  const parsed = parseSelector(entity.claim.query);
  return isBroken || parsed.kind === 'invalid'
    ? []
    : handOversOf({
        ...options,
        entity,
        claimed,
        selector: parsed.selector,
        catalog,
      });
}

/** Gives the label back, as if no other entity asked for the workload. */
function fixesFor(
  { workload, loss }: HandOver,
  { entity, facts }: EntityCheck,
) {
  const parsed = parseSelector(entity.claim?.query ?? '');
  return parsed.kind === 'invalid'
    ? []
    : labelFinding({
        ...workloadAgainst({ workload, selector: parsed.selector, facts }),
        isMatched: false,
        evidence: 'exact',
        signs: [loss],
      }).fixes;
}
