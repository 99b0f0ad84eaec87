import { RuleDescription } from '../rules/Rule';
import { describeRule } from './describeRule';
import { markdownTable } from './markdownTable';
import { generatedPart, replaceGenerated } from './replaceGenerated';

/** What a person writes about each rule, in this order. */
export const SECTIONS = [
  'Why',
  'Bad',
  'Good',
  'How to fix',
  'When to ignore',
] as const;

/** Stands where somebody still has to write. */
export const PLACEHOLDER = 'TODO';

/**
 * The page of a rule: its header as the rule has it, and the rest as it is on the page today. Without
 * a page, one whose sections have to be written.
 */
export function pageOfRule(rule: RuleDescription, today?: string): string {
  const header = headerOf(rule);
  if (today !== undefined) {
    return replaceGenerated(today, header);
  }
  const sections = SECTIONS.map(name => `## ${name}\n\n${PLACEHOLDER}\n`);
  return [`${generatedPart(header)}\n`, ...sections].join('\n');
}

function headerOf(rule: RuleDescription): string {
  const { decides, severity, owner, evidence, fix, needs } = describeRule(rule);
  const table = markdownTable([
    ['Decides', 'Severity', 'Who acts', 'Evidence', 'Fix'],
    [decides, severity, owner, evidence, fix],
  ]);
  const parts = [`# ${rule.id}`, rule.description, table];
  return [
    ...parts,
    ...(needs
      ? [
          `It needs ${needs.join(
            ', ',
          )}; a report says where it was not checked.`,
        ]
      : []),
  ].join('\n\n');
}
