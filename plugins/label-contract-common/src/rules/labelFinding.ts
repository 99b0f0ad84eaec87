import { KUBERNETES_ID } from '../annotations';
import { termsOfSelector } from '../claim/termsOfSelector';
import { refOfWorkload } from '../facts/WorkloadRef';
import { LevelLabel } from '../match/LevelLabel';
import { levelMarksOf } from '../match/levelLabelsOf';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { LabelMessageValues, WrongLevel } from './Finding';
import { labelFixesOf } from './labelFixesOf';
import { ownLevelsOf } from './ownLevelsOf';

/** The levels that the claim's query does not find, outermost first. */
export function wrongLevelsOf(workload: MatchedWorkload): WrongLevel[] {
  const { podTemplate, pods } = workload.levels;
  const wrong = ownLevelsOf(workload)
    .filter(({ label }) => !label.matches)
    .map(({ level, label }) => wrongLevel({ workload, level, label }));
  if (workload.facts.kind === 'Pod') {
    return wrong;
  }
  // Pods follow their template, so what is wrong with them is named as it is there.
  return [
    ...wrong,
    ...pods.otherValues.map(value =>
      wrongLevel({ workload, level: 'pods', label: { ...podTemplate, value } }),
    ),
  ];
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
  const { facts, levels } = workload;
  const wrong = wrongLevelsOf(workload);
  const isRowDrawn = levels.object.matches;
  const hiddenPods = isRowDrawn
    ? levels.pods.of - levels.pods.matching
    : levels.pods.of;

  const loss = workload.signs.find(sign => sign.id === 'carried-it-before');

  const values: LabelMessageValues = {
    workload: facts.name,
    key: wrong[0]?.key ?? KUBERNETES_ID,
    is: wrong.find(({ is }) => is !== undefined)?.is,
    shouldBe: wrong[0]?.shouldBe,
    hiddenPods,
    lost: loss?.since,
    manager: loss ? loss.manager : managerOf(workload, wrong),
  };

  return {
    subject: refOfWorkload(facts),
    evidence: workload.evidence,
    levels: wrong,
    values,
    fixes: labelFixesOf(workload),
  } as const;
}

/** Field manager of the first value that is wrong; undefined where nothing stands there. */
function managerOf(
  { facts }: MatchedWorkload,
  wrong: readonly WrongLevel[],
): string | undefined {
  const { object, jobTemplate, podTemplate } = levelMarksOf(facts);
  const marks = {
    object,
    'job-template': jobTemplate,
    'pod-template': podTemplate,
    pods: undefined,
  };
  return wrong
    .filter(({ is }) => is !== undefined)
    .map(({ level, key }) => marks[level]?.labelManagers?.[key])
    .find(manager => manager !== undefined);
}
