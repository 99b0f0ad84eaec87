import { isLabelledRight } from './hiddenBecause';
import { KubernetesTabSettings } from './KubernetesTabSettings';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { Drawn, ViewGateReport } from './GateReport';
import { namesOfWorkloads } from './namesOfWorkloads';
import { drawnOf, kindsNotAskedFor } from './wayToTab';

/** A workload, and what the tab would draw of its kind. */
interface Drawable {
  readonly workload: MatchedWorkload;
  readonly kind: { readonly row: boolean; readonly pods: boolean };
  /** Whether the tab asks for it, and for all that its pods are found through: gate 3 judges that. */
  readonly isAskedFor: { readonly row: boolean; readonly pods: boolean };
}

/**
 * Gate 4. A row is drawn for each object of some kinds that the query returns, and in it those pods that
 * the tab finds by `ownerReferences`: of a Deployment and a Rollout those of its ReplicaSets that the
 * query returns, of a CronJob those of its Jobs. A ReplicaSet has the labels of the pod template, so a
 * pod that was labelled by hand is not drawn there; under a StatefulSet and a DaemonSet it is.
 * Source: `@backstage/plugin-kubernetes-react`, `Cluster`, `CustomResources`, `getOwnedResources` and
 * `getOwnedPodsThroughReplicaSets`.
 *
 * @public
 */
export function viewGate(options: {
  workloads: readonly MatchedWorkload[];
  settings: KubernetesTabSettings;
  /** Names of clusters that do not answer now: what they said last is not what the tab draws. */
  silent: ReadonlySet<string>;
}): ViewGateReport {
  const { workloads, settings, silent } = options;
  const seen = workloads.filter(({ facts }) => !silent.has(facts.cluster));
  const lastSeen = workloads.length - seen.length;
  if (seen.length === 0) {
    return {
      gate: 'view',
      state: 'unknown',
      reason:
        lastSeen === 0
          ? { id: 'nothing-matched', values: {} }
          : { id: 'only-last-seen', values: { lastSeen } },
      holdsBack: namesOfWorkloads(workloads),
    };
  }

  const drawables = seen.map(workload => {
    const { kind, cluster } = workload.facts;
    const place = { kind, cluster, settings };
    const missing = kindsNotAskedFor(place);
    return {
      workload,
      kind: drawnOf(place),
      isAskedFor: { row: !missing.includes(kind), pods: missing.length === 0 },
    };
  });
  const drawn = { ...countsOf(drawables), lastSeen };
  const notDrawn = drawables.filter(isNotDrawn);
  const others = drawables.filter(each => !isNotDrawn(each));
  const withoutRow = others.filter(each => !hasRow(each));
  const withoutPods = others.filter(
    each => hasRow(each) && !isLabelledRight(each.workload),
  );
  const hidden = [...notDrawn, ...withoutRow, ...withoutPods];
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
    state: drawables.some(hasRow) ? 'partly' : 'closed',
    reason: {
      id: 'not-all-drawn',
      values: {
        ...drawn,
        withoutRow: namesOf(withoutRow),
        withoutPods: namesOf(withoutPods),
        notDrawn: namesOf(notDrawn),
      },
    },
    holdsBack: namesOf(hidden),
  };
}

function countsOf(drawables: readonly Drawable[]): Omit<Drawn, 'lastSeen'> {
  return {
    rows: drawables.filter(each => each.isAskedFor.row && hasRow(each)).length,
    ofRows: drawables.length,
    pods: sum(
      drawables
        .filter(({ isAskedFor }) => isAskedFor.pods)
        .map(each => drawnPods(each)),
    ),
    ofPods: sum(drawables.map(({ workload }) => workload.levels.pods.of)),
  };
}

function hasRow({ workload, kind }: Drawable): boolean {
  return kind.row && workload.levels.object.matches;
}

/** Its kind is what hides it, or a part of it; where a label does so, that is said instead. */
function isNotDrawn({ workload, kind }: Drawable): boolean {
  return isLabelledRight(workload) && !(kind.row && kind.pods);
}

function drawnPods({ workload, kind }: Drawable): number {
  const { object, jobTemplate, podTemplate, pods } = workload.levels;
  const isWayOpen =
    kind.pods &&
    object.matches &&
    jobTemplate?.matches !== false &&
    (podTemplate.matches || !isFoundByRevision(workload));
  return isWayOpen ? pods.matching : 0;
}

/** Whether the label of the pod template, which its revisions have, decides about pods that run. */
function isFoundByRevision({ facts }: MatchedWorkload): boolean {
  return facts.kind === 'Deployment' || facts.kind === 'Rollout';
}

function namesOf(drawables: readonly Drawable[]): string[] {
  return namesOfWorkloads(drawables.map(({ workload }) => workload));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
