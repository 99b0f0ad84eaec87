import { Fix } from '../fix/Fix';
import { Desk } from '../rules/Finding';
import { RuleDescription } from '../rules/Rule';

const DESKS: Record<Desk, string> = {
  ops: 'ops',
  team: 'the team that owns the service',
  catalog: 'whoever owns the catalog file',
  nobody: 'nobody, it is for information',
};

const FIXES: Record<Fix['kind'], string> = {
  'set-label': 'a command that sets the label',
  'edit-annotations': 'lines for the catalog file',
  'tell-owner': 'a ticket for the owner',
};

/** A rule's description of itself, in words. */
export function describeRule(rule: RuleDescription) {
  const fixes = rule.fixes.map(kind => FIXES[kind]);
  return {
    decides: rule.verdict,
    severity: rule.severities.join(' or '),
    owner: rule.owners.map(desk => DESKS[desk]).join(', or '),
    evidence: rule.evidences.join(' or '),
    fix: fixes.length > 0 ? fixes.join(', or ') : 'none, only advice',
  };
}
