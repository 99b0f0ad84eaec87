import { allRules } from '../rules/allRules';
import { Finding } from '../rules/Finding';
import { Certainty } from './certaintyOf';
import {
  ContractVerdict,
  HealthVerdict,
  Undecided,
  WorkloadReport,
} from './EntityReport';

const WORST_FIRST = ['failing', 'progressing', 'healthy'] as const;

/** Does the Kubernetes tab show what belongs to the entity? */
export function contractVerdict(options: {
  certainty: Certainty;
  findings: readonly Finding[];
  /** What the claim finds. */
  workloads: readonly Pick<WorkloadReport, 'visibility' | 'hiddenBecause'>[];
}): ContractVerdict {
  const { certainty, findings, workloads } = options;
  const isViolated = findings.some(
    ({ rule, severity, evidence }) =>
      isContractRule(rule) && severity === 'error' && evidence !== 'weak',
  );
  if (isViolated) {
    return { verdict: 'violated' };
  }
  if (certainty.verdict !== 'certain') {
    return certainty;
  }
  // What differs in labels and makes no error is on its way to be right, or waits on purpose.
  const isShown = workloads.some(
    ({ visibility, hiddenBecause }) =>
      visibility === 'visible' || hiddenBecause === 'labels',
  );
  return isShown ? { verdict: 'met' } : whyNothingIsVisible(workloads);
}

/** Met is never said of an entity whose kinds the tab does not show, whoever is to blame. */
function whyNothingIsVisible(
  workloads: readonly Pick<WorkloadReport, 'hiddenBecause'>[],
): Undecided {
  const isUnread = workloads.some(
    ({ hiddenBecause }) =>
      hiddenBecause === 'tab-fails' || hiddenBecause === 'not-readable',
  );
  return isUnread
    ? { verdict: 'unknown', reason: 'cluster-not-read' }
    : { verdict: 'not-applicable', reason: 'not-drawn' };
}

/** Does what belongs to the entity run? */
export function healthVerdict(options: {
  certainty: Certainty;
  workloads: readonly Pick<WorkloadReport, 'health'>[];
}): HealthVerdict {
  const { certainty, workloads } = options;
  if (workloads.some(({ health }) => health === 'failing')) {
    return { verdict: 'failing' };
  }
  if (certainty.verdict !== 'certain') {
    return certainty;
  }
  const worst = WORST_FIRST.find(verdict =>
    workloads.some(({ health }) => health === verdict),
  );
  return { verdict: worst ?? 'nothing-running' };
}

/** Whether a rule decides about the contract, and not about health. */
export function isContractRule(rule: Finding['rule']): boolean {
  return allRules.some(
    ({ id, verdict }) => id === rule && verdict === 'contract',
  );
}
