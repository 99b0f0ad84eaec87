import { KUBERNETES_ID } from '../annotations';
import { Facts } from '../facts/Facts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { workloadAgainst } from '../match/matchWorkload';
import { someFacts } from './someFacts';

/** A workload of any kind, held against the claim `payments-platform`, with what it controls. */
export function aMatchedWorkloadOf(
  workload: WorkloadFacts,
  controlled: readonly Facts[] = [],
): MatchedWorkload {
  const against = workloadAgainst({
    workload,
    selector: [
      { operator: 'in', key: KUBERNETES_ID, values: ['payments-platform'] },
    ],
    facts: someFacts({ facts: [workload, ...controlled] }),
  });
  return { ...against, isMatched: true, evidence: 'exact', signs: [] };
}
