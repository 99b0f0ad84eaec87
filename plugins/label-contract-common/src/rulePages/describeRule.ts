import { Fix } from '../fix/Fix';
import { Desk } from '../rules/Finding';
import { RuleDescription, RuleNeed } from '../rules/Rule';

const DESKS: Record<Desk, string> = {
  ops: 'ops',
  team: 'the team that owns the service',
  catalog: 'whoever owns the catalog file',
  nobody: 'nobody, it is for information',
};

const FIXES: Record<Fix['kind'], string> = {
  'set-label': 'a command that sets the label',
  'remove-label': 'a command that removes the label',
  'label-pods': 'a command that labels running pods',
  'roll-pods': 'a command that replaces pods',
  'recreate-workload': 'the steps that make the workload anew',
  'edit-annotations': 'lines for the catalog file',
  'relate-cluster': 'lines for the catalog file that relate a cluster',
  'edit-config': "lines for the portal's configuration",
  'grant-read': 'a role that grants what is missing',
  sync: 'the command that brings back what is in the source',
  'edit-source': 'lines for the source of the workload',
  'tell-owner': 'a ticket for the owner',
};

/** Needs that are no kind of Kubernetes. */
const NEEDS: Partial<Record<RuleNeed, string>> = {
  history: 'what the portal remembers of the past',
};

/** A rule's description of itself, in words. */
export function describeRule(rule: RuleDescription) {
  const fixes = rule.fixes.map(kind => FIXES[kind]);
  return {
    decides: rule.verdict === 'none' ? 'neither' : rule.verdict,
    severity: rule.severities.join(' or '),
    owner: rule.owners.map(desk => DESKS[desk]).join(', or '),
    evidence: rule.evidences.join(' or '),
    fix: fixes.length > 0 ? fixes.join(', or ') : 'none, only advice',
    needs: rule.needs?.map(need => NEEDS[need] ?? `${need} objects`),
  };
}
