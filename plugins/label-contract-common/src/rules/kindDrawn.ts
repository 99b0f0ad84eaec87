import { isLabelledRight } from '../gates/hiddenBecause';
import { KubernetesTabSettings } from '../gates/KubernetesTabSettings';
import { TAB_KINDS } from '../gates/tabKinds';
import { drawnOf, isAskedFor } from '../gates/wayToTab';
import { isMadeByOthers } from '../match/isMadeByOthers';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { claimFinding } from './claimFinding';
import { isNothingVisible, podsOf } from './kindFinding';
import { defineEntityRule } from './Rule';

/**
 * The Kubernetes tab has a row with pods for every kind that the workloads of the entity are of. Hooks
 * of a release come and go, and what an operator makes is not the entity's to choose.
 *
 * @public
 */
export const kindDrawn = defineEntityRule({
  id: 'kind-drawn',
  description:
    'The service runs as kinds of workloads that the Kubernetes tab draws with their pods.',
  verdict: 'contract',
  severities: ['info', 'error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check(options) {
    const { entity, settings } = options;
    const notDrawn = options.matched.filter(workload =>
      isHiddenByKind(workload, settings),
    );
    if (notDrawn.length === 0) {
      return undefined;
    }

    const isAllHidden = isNothingVisible(options);
    return {
      rule: 'kind-drawn',
      ...claimFinding(entity, isAllHidden ? 'error' : 'info'),
      message: {
        id: isAllHidden ? 'nothing-visible' : 'some-hidden',
        values: {
          workloads: notDrawn.map(({ facts }) => facts.name),
          kinds: [...new Set(notDrawn.map(({ facts }) => facts.kind))],
          hiddenPods: podsOf(notDrawn),
        },
      },
      fixes: [{ kind: 'tell-owner', owner: entity.owner }],
    };
  },
});

/** Only where every label is right, and the configuration could show no more. */
function isHiddenByKind(
  workload: MatchedWorkload,
  settings: KubernetesTabSettings,
): boolean {
  const { facts } = workload;
  const place = { kind: facts.kind, cluster: facts.cluster, settings };
  const isHook = facts.kind === 'Job' && facts.isHook === true;
  if (isHook || isMadeByOthers(facts) || !isLabelledRight(workload)) {
    return false;
  }
  const { row, pods } = drawnOf(place);
  return TAB_KINDS[facts.kind].draws === 'nothing'
    ? !row
    : isAskedFor(place) && !pods;
}
