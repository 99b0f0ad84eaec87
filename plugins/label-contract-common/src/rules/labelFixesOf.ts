import { ContractTerm, termOf } from '../claim/termsOfSelector';
import { ManagerFacts } from '../facts/ManagerFacts';
import { refOfWorkload } from '../facts/WorkloadRef';
import {
  EditSourceFix,
  Fix,
  RecreateWorkloadFix,
  SetLabelFix,
} from '../fix/Fix';
import { isForeignTo } from '../fix/isForeignTo';
import { reversalOf } from '../fix/reversalOf';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { matchesRequirement } from '../selector/matchesSelector';
import { OwnLevel, ownLevelsOf } from './ownLevelsOf';
import { podsLeftBehind, podsReplaced } from './podsLeftBehind';
import { recreateWorkloadFix } from './recreateWorkloadFix';

/** Kinds of fixes that a finding about labels may offer. */
export const LABEL_FIXES = [
  'set-label',
  'recreate-workload',
  'sync',
  'edit-source',
] as const satisfies readonly Fix['kind'][];

/**
 * What puts all wrong levels of a workload right, where one label does; else nothing, for a fix that
 * leaves the workload hidden would be no fix. What a tool manages is put right at its source first.
 */
export function labelFixesOf(workload: MatchedWorkload): Fix[] {
  const wrong = ownLevelsOf(workload).filter(({ label }) => !label.matches);
  const term = oneTermOf(workload, wrong);
  if (!term) {
    return [];
  }
  const direct = directFix({ workload, wrong, term });
  const { manager } = workload;
  if (!manager) {
    return direct ? [direct] : [];
  }
  return [
    ...managedFixes({ workload, manager, wrong, term }),
    ...(direct ? [{ ...direct, reverted: reversalOf(manager) }] : []),
  ];
}

/** The one label that all wrong levels lack; undefined where there are several, or none to set. */
function oneTermOf(
  { selector }: MatchedWorkload,
  wrong: readonly OwnLevel[],
): ContractTerm | undefined {
  const terms = wrong
    .flatMap(({ labels }) =>
      selector.filter(each => !matchesRequirement(labels, each)),
    )
    .map(termOf);
  const [term] = terms;
  return terms.every(each => each?.key === term?.key) ? term : undefined;
}

interface Repair {
  readonly workload: MatchedWorkload;
  /** Levels that do not match. */
  readonly wrong: readonly OwnLevel[];
  readonly term: ContractTerm;
}

/** What a person can do in the cluster; undefined where the API server refuses all of it. */
function directFix({
  workload,
  wrong,
  term,
}: Repair): SetLabelFix | RecreateWorkloadFix | undefined {
  const { facts } = workload;
  const isInSelector = isSelected(workload, wrong, term);
  // OpenShift lets the selector of a DeploymentConfig be changed, together with its template.
  const isSelectable = facts.kind === 'DeploymentConfig';
  if (isInSelector && !isSelectable) {
    return recreateWorkloadFix({ workload, levels: levelsOf(wrong), term });
  }
  const levels = levelsOf(wrong)
    // The template of a Job cannot be changed, and its pods are there already.
    .filter(level => facts.kind !== 'Job' || level === 'object')
    // A job template without labels hands on those of the pod template; one label would end that.
    .filter(level => level !== 'job-template' || !inheritsLabels(workload));
  const pods = podsLeftBehind(workload).map(({ name }) => name);
  return levels.length === 0 && pods.length === 0
    ? undefined
    : {
        kind: 'set-label',
        workload: refOfWorkload(facts),
        levels,
        ...term,
        replacesPods: levels.includes('pod-template')
          ? podsReplaced(workload)
          : 0,
        ...(pods.length > 0 && { pods }),
        ...(isInSelector && { isSelected: true }),
      };
}

/** What is done where the workload comes from; nothing by hand in the cluster. */
function managedFixes({
  workload,
  manager,
  wrong,
  term,
}: Repair & { manager: ManagerFacts }): Fix[] {
  const ref = refOfWorkload(workload.facts);
  const source: EditSourceFix = {
    kind: 'edit-source',
    workload: ref,
    manager,
    levels: levelsOf(wrong),
    ...term,
    then: isUnchangeable(workload, wrong, term)
      ? 'recreate'
      : afterEdit(manager),
  };
  return [
    ...(hasDrifted({ manager, wrong, term })
      ? [{ kind: 'sync' as const, workload: ref, manager }]
      : []),
    source,
  ];
}

/**
 * Whether the source has the right label, and only the cluster does not. Of a label that is gone, Kubernetes
 * records nobody, so only Argo CD can tell. What Argo CD takes for equal, it would not bring back.
 */
function hasDrifted({
  manager,
  wrong,
  term,
}: Omit<Repair, 'workload'> & { manager: ManagerFacts }): boolean {
  const { isOutOfSync } = manager;
  return (
    isOutOfSync !== false &&
    wrong.every(({ marks }) => {
      const writer = marks?.labelManagers?.[term.key];
      return writer === undefined
        ? isOutOfSync === true
        : isForeignTo(manager, writer);
    })
  );
}

function afterEdit(manager: ManagerFacts): EditSourceFix['then'] {
  switch (reversalOf(manager).when) {
    case 'at-next-sync':
      return 'sync';
    case 'at-next-release':
      return 'release';
    default:
      return 'nothing';
  }
}

function levelsOf(wrong: readonly OwnLevel[]) {
  return wrong.map(({ level }) => level);
}

/** Whether the template would not fit its selector any more, which the API server refuses. */
function isSelected(
  { facts }: MatchedWorkload,
  wrong: readonly OwnLevel[],
  { key }: ContractTerm,
): boolean {
  return (
    facts.kind !== 'Pod' &&
    levelsOf(wrong).includes('pod-template') &&
    facts.selectorKeys?.includes(key) === true
  );
}

function isUnchangeable(
  workload: MatchedWorkload,
  wrong: readonly OwnLevel[],
  term: ContractTerm,
): boolean {
  return (
    (isSelected(workload, wrong, term) &&
      workload.facts.kind !== 'DeploymentConfig') ||
    (workload.facts.kind === 'Job' && levelsOf(wrong).includes('pod-template'))
  );
}

function inheritsLabels({ facts }: MatchedWorkload): boolean {
  return (
    facts.kind === 'CronJob' &&
    Object.keys(facts.jobTemplateLabels).length === 0
  );
}
