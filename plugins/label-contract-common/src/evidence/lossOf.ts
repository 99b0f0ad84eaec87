import { Labels } from '../facts/ObjectFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { HistoryView } from '../match/HistoryView';
import { Level } from '../match/Level';
import { levelLabelsOf, levelMarksOf } from '../match/levelLabelsOf';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { Sign } from '../match/Sign';
import { matchesRequirement } from '../selector/matchesSelector';
import { Selector } from '../selector/Selector';

/** That a workload carried the claimed value, and when it lost it. */
export type Loss = Extract<Sign, { id: 'carried-it-before' }>;

/**
 * When a level of a workload lost the value that the claim asks for, and has not got it back; undefined
 * where nobody saw that. Running pods are left out, as they follow their template.
 */
export function lossOf(options: {
  workload: WorkloadFacts;
  selector: Selector;
  history?: HistoryView;
}): Loss | undefined {
  const { workload, selector, history } = options;
  const labels = levelLabelsOf(workload);
  const marks = levelMarksOf(workload);
  const labelsAt: Record<Level, Labels | undefined> = {
    object: labels.object,
    'job-template': labels.jobTemplate,
    'pod-template': labels.podTemplate,
    pods: undefined,
  };
  const change = history
    ?.labelChangesOf(workload)
    .find(({ level, key, was }) => {
      const now = labelsAt[level];
      const requirement = selector.find(each => each.key === key);
      return (
        now !== undefined &&
        requirement !== undefined &&
        was !== undefined &&
        matchesRequirement({ [key]: was }, requirement) &&
        !matchesRequirement(now, requirement)
      );
    });
  if (!change) {
    return undefined;
  }

  const { level, key } = change;
  const managers: Record<Level, Labels | undefined> = {
    object: marks.object?.labelManagers,
    'job-template': marks.jobTemplate?.labelManagers,
    'pod-template': marks.podTemplate?.labelManagers,
    pods: undefined,
  };
  return {
    id: 'carried-it-before',
    since: change.between,
    // Who owns the value now wrote it; a removal leaves no owner behind.
    manager: managers[level]?.[key] ?? change.manager,
  };
}

/** A workload that the claim finds, and what is remembered of its levels that went wrong. */
export function withLoss(
  workload: MatchedWorkload,
  history: HistoryView | undefined,
): MatchedWorkload {
  const { facts, selector, signs } = workload;
  const loss = lossOf({ workload: facts, selector, history });
  return loss ? { ...workload, signs: [...signs, loss] } : workload;
}
