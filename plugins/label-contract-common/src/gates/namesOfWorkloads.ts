import { MatchedWorkload } from '../match/MatchedWorkload';

/** Names of workloads, in order; two of one name, in other places, are two. */
export function namesOfWorkloads(
  workloads: readonly MatchedWorkload[],
): string[] {
  return workloads
    .map(({ facts }) => facts.name)
    .sort((a, b) => a.localeCompare(b, 'en'));
}
