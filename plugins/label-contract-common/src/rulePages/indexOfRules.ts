import { RuleDescription } from '../rules/Rule';
import { describeRule } from './describeRule';
import { markdownTable } from './markdownTable';
import { replaceGenerated } from './replaceGenerated';

/** The table of all rules, in their order of importance, on the page that leads to theirs. */
export function indexOfRules(
  rules: readonly RuleDescription[],
  today: string,
): string {
  const rows = rules.map(rule => {
    const { decides, severity, owner } = describeRule(rule);
    const link = `[${rule.id}](${rule.id}.md)`;
    return [link, rule.description, decides, severity, owner];
  });
  return replaceGenerated(
    today,
    markdownTable([
      [
        'Rule',
        'What is so when all is well',
        'Decides',
        'Severity',
        'Who acts',
      ],
      ...rows,
    ]),
  );
}
