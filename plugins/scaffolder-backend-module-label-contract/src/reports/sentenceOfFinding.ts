import {
  descriptionOfRule,
  Desk,
  Finding,
  Fix,
  renderCatalogFix,
  renderFix,
  renderSync,
} from '@portal-operations/plugin-label-contract-common';

/** A finding as the log of a task tells it. */
export interface ToldFinding {
  readonly rule: string;
  /** Who acts: `ops`, `the team`, `the catalog file`. */
  readonly owner: string;
  readonly sentence: string;
  /** A command, or the lines of the catalog file; undefined where there is only advice. */
  readonly fix?: string;
}

const DESKS: Readonly<Record<Desk, string>> = {
  ops: 'ops',
  team: 'the team',
  catalog: 'the catalog file',
  nobody: 'nobody in particular',
};

/** Puts a finding into words: what should be so, where it is not, and what puts it right. */
export function sentenceOfFinding(finding: Finding): ToldFinding {
  const { rule, subject, owner } = finding;
  const should = descriptionOfRule(rule) ?? rule;
  const where =
    subject.kind === 'Entity'
      ? subject.entityRef
      : `${subject.kind} ${subject.name} in namespace ${subject.namespace} on ${subject.cluster}`;
  const words = wordsOf(finding);
  return {
    rule,
    owner: DESKS[owner],
    sentence: `${should} Not so: ${where}${
      words ? `, ${words}` : ''
    } (${rule}, for ${DESKS[owner]}).`,
    fix: finding.fixes.map(textOfFix).find(text => text !== undefined),
  };
}

/** What Kubernetes itself, or the container, says of it. */
function wordsOf({ message }: Finding): string | undefined {
  const values = new Map<string, unknown>(Object.entries(message.values));
  const said = values.get('words') ?? values.get('line');
  return typeof said === 'string' && said ? said : undefined;
}

function textOfFix(fix: Fix): string | undefined {
  switch (fix.kind) {
    case 'set-label':
    case 'remove-label':
    case 'label-pods':
    case 'roll-pods':
    case 'recreate-workload':
    case 'grant-read':
      return renderFix(fix, 'kubectl');
    case 'edit-annotations':
      return renderCatalogFix(fix);
    case 'sync':
      return renderSync(fix);
    default:
      return undefined;
  }
}
