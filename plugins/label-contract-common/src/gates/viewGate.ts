import { MatchedWorkload } from '../match/MatchedWorkload';
import { ViewGateReport } from './GateReport';
import { namesOfWorkloads } from './namesOfWorkloads';

/**
 * Gate 4. A row is drawn for each Deployment that the query returns, and in it the pods of those of its
 * ReplicaSets that the query returns. A ReplicaSet has the labels of the pod template, so a pod that
 * was labelled by hand is not drawn.
 * Source: `@backstage/plugin-kubernetes-react`, `DeploymentsAccordions` and
 * `getOwnedPodsThroughReplicaSets`.
 *
 * @public
 */
export function viewGate(
  workloads: readonly MatchedWorkload[],
): ViewGateReport {
  if (workloads.length === 0) {
    return {
      gate: 'view',
      state: 'unknown',
      reason: { id: 'nothing-matched', values: {} },
      holdsBack: [],
    };
  }

  const drawn = {
    rows: workloads.filter(hasRow).length,
    ofRows: workloads.length,
    pods: sum(workloads.map(drawnPods)),
    ofPods: sum(workloads.map(({ levels }) => levels.pods.of)),
  };
  const withoutRow = workloads.filter(workload => !hasRow(workload));
  const withoutPods = workloads.filter(
    workload => hasRow(workload) && !hasAllPods(workload),
  );
  const hidden = [...withoutRow, ...withoutPods];
  if (hidden.length === 0) {
    return {
      gate: 'view',
      state: 'open',
      reason: { id: 'all-drawn', values: drawn },
      holdsBack: [],
    };
  }

  return {
    gate: 'view',
    state: drawn.rows === 0 ? 'closed' : 'partly',
    reason: {
      id: 'not-all-drawn',
      values: {
        ...drawn,
        withoutRow: namesOfWorkloads(withoutRow),
        withoutPods: namesOfWorkloads(withoutPods),
      },
    },
    holdsBack: namesOfWorkloads(hidden),
  };
}

function hasRow({ levels }: MatchedWorkload): boolean {
  return levels.object.matches;
}

/** With a template that is wrong the next pod is hidden, even where none runs now. */
function hasAllPods({ levels }: MatchedWorkload): boolean {
  return levels.podTemplate.matches && levels.pods.matching === levels.pods.of;
}

function drawnPods({ levels }: MatchedWorkload): number {
  return levels.object.matches && levels.podTemplate.matches
    ? levels.pods.matching
    : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
