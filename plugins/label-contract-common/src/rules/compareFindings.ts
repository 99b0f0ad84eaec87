import { allRules } from './allRules';
import { Evidence, Finding, Severity } from './Finding';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const EVIDENCES: readonly Evidence[] = ['exact', 'strong', 'weak'];
const RULES = allRules.map(rule => rule.id);

/** Sorts the most important finding first, the one that the card shows. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    EVIDENCES.indexOf(a.evidence) - EVIDENCES.indexOf(b.evidence) ||
    hiddenPodsOf(b) - hiddenPodsOf(a) ||
    RULES.indexOf(a.rule) - RULES.indexOf(b.rule) ||
    a.subject.name.localeCompare(b.subject.name, 'en')
  );
}

function hiddenPodsOf(finding: Finding): number {
  const { values } = finding.message;
  return 'hiddenPods' in values ? values.hiddenPods : 0;
}
