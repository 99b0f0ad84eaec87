import { join } from 'node:path';
import { rootFolder } from '@internal/portal';
import { NewRule } from './rules/NewRule';
import { readNewRuleOptions } from './rules/readNewRuleOptions';
import { writeNewRule } from './rules/writeNewRule';
import { writeRuleDocs } from './rules/writeRuleDocs';
import { runInRoot } from './runInRoot';

const packageFolder = 'plugins/label-contract-common';

async function main() {
  const rule = readNewRuleOptions(process.argv.slice(2));
  const files = await writeNewRule(rule, join(rootFolder, packageFolder));
  await runInRoot('prettier', [
    '--write',
    '--loglevel=warn',
    ...files.map(file => `${packageFolder}/${file}`),
  ]);
  await writeRuleDocs([]);
  process.stdout.write(leftToDo(rule));
}

function leftToDo(rule: NewRule): string {
  const { id, name } = rule;
  return `
Begun: ${id}. Everything compiles, and the rule is never violated. Left to do:

  1. ${packageFolder}/src/rules/Finding.ts, or findings beside it
       add FindingOf<'${id}', 'message-id', Values> to ${unionOf(rule)}
  2. ${packageFolder}/src/rules/${name}.ts
       what it says of itself, and check()
  3. ${packageFolder}/src/rules/${name}.test.ts
       good, bad, what only looks bad, and the fix
  4. ${packageFolder}/src/rules/allRules.ts
       move its line to where it stands in importance
  5. plugins/label-contract/src/words, plugins/label-contract/src/messages
       its words; the compiler asks for them as soon as Finding.ts knows the rule
  6. ${packageFolder}/docs/rules/${id}.md
       the five sections, then "npm run docs:rules"

"npm test -- types unit" says what is still missing.
`;
}

function unionOf({ subject, verdict }: NewRule): string {
  if (subject === 'claim') {
    return 'ClaimFinding';
  }
  return verdict === 'health' ? 'HealthFinding' : 'WorkloadFinding';
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
