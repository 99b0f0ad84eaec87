import { KUBERNETES_ID } from '../annotations';
import { EntityClaim } from '../claim/EntityClaim';
import { FactsView } from '../match/FactsView';
import { matchWorkload } from '../match/matchWorkload';
import { parseSelector } from '../selector/parseSelector';
import { claimFinding, editAnnotations } from './claimFinding';
import { defineClaimRule } from './Rule';

/**
 * Only one of id and selector is set. With both, the Kubernetes plugin looks at the selector alone:
 * what carries only the id is hidden.
 *
 * @public
 */
export const claimNotShadowed = defineClaimRule({
  id: 'claim-not-shadowed',
  description:
    'The entity claims its workloads by id or by selector, not by both.',
  verdict: 'contract',
  severities: ['error', 'warning'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations'],
  check({ entity, facts, asked }) {
    const { claim, annotations } = entity;
    const id = annotations[KUBERNETES_ID];
    if (claim.id !== undefined || !id) {
      return undefined;
    }

    const workloads = hiddenWorkloads({ id, claim, facts, asked });
    const isHiding = workloads > 0;
    return {
      rule: 'claim-not-shadowed',
      ...claimFinding(entity, isHiding ? 'error' : 'warning'),
      message: {
        id: isHiding ? 'hides-workloads' : 'is-ignored',
        values: { key: KUBERNETES_ID, value: id, problem: '', workloads },
      },
      fixes: [editAnnotations(entity, { remove: [KUBERNETES_ID] })],
    };
  },
});

/** Workloads in the claimed place that the id's query finds and the selector's does not. */
function hiddenWorkloads(options: {
  id: string;
  claim: EntityClaim;
  facts: FactsView;
  asked?: readonly string[];
}): number {
  const { id, claim, facts, asked } = options;
  const byId = parseSelector(`${KUBERNETES_ID}=${id}`);
  const bySelector = parseSelector(claim.query);
  if (byId.kind === 'invalid' || bySelector.kind === 'invalid') {
    return 0;
  }
  return [...facts.workloadsMatching(byId.selector)].filter(
    workload =>
      !workload.isOptedOut &&
      (!asked || asked.includes(workload.cluster)) &&
      (!claim.namespace || claim.namespace === workload.namespace) &&
      matchWorkload({ workload, selector: byId.selector, facts }) &&
      !matchWorkload({ workload, selector: bySelector.selector, facts }),
  ).length;
}
