import { KUBERNETES_ID } from '../annotations';
import { termOf, termsOfSelector } from '../claim/termsOfSelector';
import { refOfWorkload } from '../facts/WorkloadRef';
import { PatchableLevel, SetLabelFix } from '../fix/Fix';
import { LevelLabel } from '../match/LevelLabel';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { matchesRequirement } from '../selector/matchesSelector';
import { LabelMessageValues, WrongLevel } from './Finding';

/** The levels that the claim's query does not find, outermost first. */
export function wrongLevelsOf(workload: MatchedWorkload): WrongLevel[] {
  const { object, podTemplate, pods } = workload.levels;
  const wrong: WrongLevel[] = [];
  if (!object.matches) {
    wrong.push(wrongLevel({ workload, level: 'object', label: object }));
  }
  if (!podTemplate.matches) {
    wrong.push(
      wrongLevel({ workload, level: 'pod-template', label: podTemplate }),
    );
  }
  // Pods follow their template, so what is wrong with them is named as it is there.
  for (const value of pods.otherValues) {
    wrong.push(
      wrongLevel({ workload, level: 'pods', label: { ...podTemplate, value } }),
    );
  }
  return wrong;
}

function wrongLevel(options: {
  workload: MatchedWorkload;
  level: WrongLevel['level'];
  label: LevelLabel;
}): WrongLevel {
  const { workload, level, label } = options;
  const shouldBe = termsOfSelector(workload.selector).find(
    ({ key }) => key === label.key,
  )?.value;
  return { level, key: label.key, is: label.value, shouldBe };
}

/** What all findings about a workload's contract label share. */
export function labelFinding(workload: MatchedWorkload) {
  const { deployment, levels } = workload;
  const wrong = wrongLevelsOf(workload);
  const isRowDrawn = levels.object.matches;
  const hiddenPods = isRowDrawn
    ? levels.pods.of - levels.pods.matching
    : levels.pods.of;

  const values: LabelMessageValues = {
    workload: deployment.name,
    key: wrong[0]?.key ?? KUBERNETES_ID,
    is: wrong.find(({ is }) => is !== undefined)?.is,
    shouldBe: wrong[0]?.shouldBe,
    hiddenPods,
  };

  return {
    subject: refOfWorkload(deployment),
    evidence: workload.evidence,
    levels: wrong,
    values,
    fixes: setLabelFixes(workload),
  } as const;
}

/**
 * One patch for all levels that are wrong, where one label puts them right; else none, for a fix that
 * leaves the workload hidden would be no fix.
 */
function setLabelFixes(workload: MatchedWorkload): SetLabelFix[] {
  const { deployment, levels, selector } = workload;
  const byLevel = {
    object: deployment.labels,
    'pod-template': deployment.templateLabels,
  } as const;
  const patched: PatchableLevel[] = [];
  if (!levels.object.matches) {
    patched.push('object');
  }
  if (!levels.podTemplate.matches) {
    patched.push('pod-template');
  }

  const terms = patched
    .flatMap(level =>
      selector.filter(each => !matchesRequirement(byLevel[level], each)),
    )
    .map(termOf);
  const [term] = terms;
  const isOneLabel =
    term !== undefined && terms.every(each => each?.key === term.key);
  if (!isOneLabel || patched.length === 0) {
    return [];
  }

  return [
    {
      kind: 'set-label',
      workload: refOfWorkload(deployment),
      levels: patched,
      key: term.key,
      value: term.value,
      replacesPods: levels.podTemplate.matches ? 0 : deployment.desiredReplicas,
    },
  ];
}
