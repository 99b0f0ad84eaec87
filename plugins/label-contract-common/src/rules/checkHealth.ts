import { WorkloadFacts } from '../facts/WorkloadFacts';
import { workloadAgainst } from '../match/matchWorkload';
import { WorkloadFinding } from './Finding';
import { firstFinding } from './firstFinding';
import { hasToRun } from './hasToRun';
import { WorkloadCheck } from './Rule';

/**
 * Why one workload fails; undefined where it does not. What does not have to run cannot fail. Of a
 * workload that it depends on the same is asked, and so on; none is asked twice, for some depend on each
 * other.
 */
export function checkHealth(
  options: WorkloadCheck,
  asked: readonly WorkloadFacts[] = [],
): WorkloadFinding | undefined {
  if (!hasToRun(options)) {
    return undefined;
  }
  const path = [...asked, options.workload.facts];
  const healthOfOther = (other: WorkloadFacts) =>
    other.isOptedOut || path.some(each => isSame(each, other))
      ? undefined
      : checkHealth({ ...options, workload: onItsOwn(other, options) }, path);
  return firstFinding('health', { ...options, healthOfOther });
}

function isSame(a: WorkloadFacts, b: WorkloadFacts): boolean {
  return a.cluster === b.cluster && a.uid === b.uid;
}

/** A workload as health rules need it, whoever claims it. */
function onItsOwn(
  workload: WorkloadFacts,
  { facts }: WorkloadCheck,
): WorkloadCheck['workload'] {
  return {
    ...workloadAgainst({ workload, selector: [], facts }),
    isMatched: true,
    evidence: 'exact',
    signs: [],
  };
}
