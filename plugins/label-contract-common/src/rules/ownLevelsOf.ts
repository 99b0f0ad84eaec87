import { ContractMarks } from '../facts/ContractMarks';
import { Labels } from '../facts/ObjectFacts';
import { PatchableLevel } from '../fix/Fix';
import { LevelLabel } from '../match/LevelLabel';
import {
  hasOwnTemplate,
  levelLabelsOf,
  levelMarksOf,
} from '../match/levelLabelsOf';
import { MatchedWorkload } from '../match/MatchedWorkload';

/** One level of a workload's own spec: its labels, and what the claim makes of them. */
export interface OwnLevel {
  readonly level: PatchableLevel;
  readonly labels: Labels;
  readonly marks?: ContractMarks;
  readonly label: LevelLabel;
}

/** The levels of a workload's own spec, outermost first; of one without a template the object alone. */
export function ownLevelsOf(workload: MatchedWorkload): OwnLevel[] {
  const { facts, levels } = workload;
  const labels = levelLabelsOf(facts);
  const marks = levelMarksOf(facts);
  const own: OwnLevel[] = [
    {
      level: 'object',
      labels: labels.object,
      marks: marks.object,
      label: levels.object,
    },
  ];
  if (labels.jobTemplate && levels.jobTemplate) {
    own.push({
      level: 'job-template',
      labels: labels.jobTemplate,
      marks: marks.jobTemplate,
      label: levels.jobTemplate,
    });
  }
  if (hasOwnTemplate(facts) && !isTemplateUsed(workload)) {
    own.push({
      level: 'pod-template',
      labels: labels.podTemplate,
      marks: marks.podTemplate,
      label: levels.podTemplate,
    });
  }
  return own;
}

/**
 * Whether a Job's template has done what it is for: all pods are there and match, or none will come any
 * more. Nobody can change the template, so nothing is said of it then.
 */
function isTemplateUsed({ facts, levels }: MatchedWorkload): boolean {
  if (facts.kind !== 'Job' || levels.pods.matching < levels.pods.of) {
    return false;
  }
  const isOver = facts.completedAt !== undefined || facts.failure !== undefined;
  return levels.pods.of > 0 || isOver;
}
