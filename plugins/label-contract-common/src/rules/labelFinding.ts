import { KUBERNETES_ID } from '../annotations';
import { refOfWorkload } from '../facts/WorkloadRef';
import { PatchableLevel, SetLabelFix } from '../fix/Fix';
import { MatchedWorkload } from '../report/MatchedWorkload';
import { LabelMessageValues, WrongLevel } from './Finding';

/** The levels that do not carry the claimed value, outermost first. */
export function wrongLevelsOf(workload: MatchedWorkload): WrongLevel[] {
  const { levels, claimedValue: shouldBe } = workload;
  const wrong: WrongLevel[] = [];
  if (!levels.object.matches) {
    wrong.push({ level: 'object', is: levels.object.value, shouldBe });
  }
  if (!levels.podTemplate.matches) {
    wrong.push({
      level: 'pod-template',
      is: levels.podTemplate.value,
      shouldBe,
    });
  }
  for (const is of levels.pods.otherValues) {
    wrong.push({ level: 'pods', is, shouldBe });
  }
  return wrong;
}

/** What all findings about a workload's contract label share. */
export function labelFinding(workload: MatchedWorkload) {
  const { deployment, levels, claimedValue } = workload;
  const wrong = wrongLevelsOf(workload);
  const isRowDrawn = levels.object.matches;
  const hiddenPods = isRowDrawn
    ? levels.pods.of - levels.pods.matching
    : levels.pods.of;

  const values: LabelMessageValues = {
    workload: deployment.name,
    key: KUBERNETES_ID,
    is: wrong.find(({ is }) => is !== undefined)?.is,
    shouldBe: claimedValue,
    hiddenPods,
  };

  return {
    severity: 'error',
    evidence: 'exact',
    subject: refOfWorkload(deployment),
    owner: 'ops',
    levels: wrong,
    values,
    fixes: [setLabelFix(workload)],
  } as const;
}

function setLabelFix(workload: MatchedWorkload): SetLabelFix {
  const { deployment, levels, claimedValue } = workload;
  const patched: PatchableLevel[] = [];
  if (!levels.object.matches) {
    patched.push('object');
  }
  if (!levels.podTemplate.matches) {
    patched.push('pod-template');
  }
  return {
    kind: 'set-label',
    workload: refOfWorkload(deployment),
    levels: patched,
    key: KUBERNETES_ID,
    value: claimedValue,
    replacesPods: levels.podTemplate.matches ? 0 : deployment.desiredReplicas,
  };
}
