import { KUBERNETES_ID } from '../annotations';
import { ContractTerm } from '../claim/termsOfSelector';
import { refOfWorkload } from '../facts/WorkloadRef';
import { PatchableLevel, RecreateWorkloadFix } from '../fix/Fix';
import { MatchedWorkload } from '../match/MatchedWorkload';

const LABEL_VALUE_LIMIT = 63;

/**
 * Makes a workload anew whose selector names the label of the contract, which cannot be changed in
 * place. `kubernetes-id` leaves the selector, so that the next time a patch will do; any other label
 * stays in it, with the value that it gets, for it may be what tells the workload's pods apart.
 */
export function recreateWorkloadFix(options: {
  workload: MatchedWorkload;
  /** Levels to set the label on besides; none where it is right, and only in the way. */
  levels: readonly PatchableLevel[];
  term: ContractTerm;
}): RecreateWorkloadFix | undefined {
  const { workload, levels, term } = options;
  const { facts } = workload;
  if (facts.kind === 'Pod') {
    return undefined;
  }
  const selectBy = selectedInstead(workload, term);
  const adopted = adoptedBy({ workload, levels, term, selectBy });
  return {
    kind: 'recreate-workload',
    workload: refOfWorkload(facts),
    levels,
    ...term,
    // What has to be labelled first can be kept only where its names are known.
    how:
      selectBy && !adopted && workload.progress.desired > 0
        ? 'downtime'
        : 'orphan',
    ...(selectBy && { selectBy }),
    ...(adopted && { adopted }),
  };
}

function selectedInstead(
  { facts }: MatchedWorkload,
  term: ContractTerm,
): RecreateWorkloadFix['selectBy'] {
  if (term.key !== KUBERNETES_ID) {
    return term;
  }
  const others = 'selectorKeys' in facts ? facts.selectorKeys ?? [] : [];
  if (others.some(key => key !== term.key) || facts.kind === 'Pod') {
    return undefined;
  }
  const value = facts.templateLabels.app ?? labelValueOf(facts.name);
  return { key: 'app', value };
}

function labelValueOf(name: string): string {
  return name.slice(0, LABEL_VALUE_LIMIT).replace(/[^a-z0-9]+$/, '');
}

/** What lives on, and would not fit the new selector, or would keep the wrong label for good. */
function adoptedBy(options: {
  workload: MatchedWorkload;
  levels: readonly PatchableLevel[];
  term: ContractTerm;
  selectBy: RecreateWorkloadFix['selectBy'];
}): RecreateWorkloadFix['adopted'] {
  const { workload, levels, term, selectBy } = options;
  const { facts, progress, controlled } = workload;
  // A DaemonSet takes pods that it adopts for its own newest: it goes by the generation of the template,
  // which starts anew with it (measured on Kubernetes 1.36).
  const isLabelledInPlace =
    levels.includes('pod-template') &&
    (progress.heldBy === 'on-delete' || facts.kind === 'DaemonSet');
  const labels = {
    ...(isLabelledInPlace && { [term.key]: term.value }),
    ...(selectBy && { [selectBy.key]: selectBy.value }),
  };
  const kind =
    facts.kind === 'Deployment' || facts.kind === 'Rollout'
      ? 'ReplicaSet'
      : 'Pod';
  const names = controlled
    .filter(each => each.kind === kind)
    .map(({ name }) => name)
    .sort();
  return names.length === 0 || Object.keys(labels).length === 0
    ? undefined
    : { kind, names, labels };
}
