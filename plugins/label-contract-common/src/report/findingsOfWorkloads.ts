import { ClaimedEntity } from '../claim/ClaimedEntity';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { checkOddClaim } from '../rules/checkOddClaim';
import { checkWorkload } from '../rules/checkWorkload';
import { Finding } from '../rules/Finding';
import { WorkloadCheck } from '../rules/Rule';
import { FoundWorkloads } from './findWorkloads';
import { isContractRule } from './verdictsOf';

/** What is found about each workload, but for what a finding of the entity explains. */
export function findingsOfWorkloads(options: {
  claimed: ClaimedEntity | undefined;
  found: FoundWorkloads;
  /** Workloads whose labels a finding of the entity explains. */
  explained: readonly WorkloadFacts[];
  aboutWorkload: (workload: WorkloadCheck['workload']) => WorkloadCheck;
}): Finding[] {
  const { claimed, found, aboutWorkload } = options;
  const check = (workload: WorkloadCheck['workload']) =>
    checkWorkload(aboutWorkload(workload));
  const keyOf = ({ cluster, uid }: WorkloadFacts) => `${cluster}/${uid}`;
  const explained = new Set(options.explained.map(keyOf));
  const unexplained = found.nearMisses.filter(
    ({ facts }) => !explained.has(keyOf(facts)),
  );
  const odd =
    claimed &&
    checkOddClaim({
      entity: claimed,
      matched: found.matched,
      nearMisses: unexplained,
    });
  // One cause, one finding: what explains the labels does not explain what crashes.
  const withLabels = odd ? [] : unexplained;
  return [
    ...(odd ? [odd] : []),
    ...found.matched.flatMap(check),
    ...found.nearMisses.flatMap(workload =>
      check(workload).filter(
        ({ rule }) => withLabels.includes(workload) || !isContractRule(rule),
      ),
    ),
  ];
}
