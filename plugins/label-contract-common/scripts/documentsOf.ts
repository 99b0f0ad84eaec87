import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { yamlOfPage } from '../src/rulePages/yamlOfPage';
import { RuleDescription } from '../src/rules/Rule';

/** All documents of the example in a section of a rule's page, parsed. */
export function documentsOf(
  rule: RuleDescription,
  section: 'Bad' | 'Good',
): unknown[] {
  const file = join(__dirname, `../docs/rules/${rule.id}.md`);
  const yaml = yamlOfPage(readFileSync(file, 'utf8'), section);
  return parseAllDocuments(yaml).map(each => each.toJS());
}
