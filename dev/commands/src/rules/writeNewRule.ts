import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NewRule } from './NewRule';
import { registerRule } from './registerRule';
import { ruleTemplate, testTemplate } from './templates';

/**
 * Writes the rule, its test and its line in `allRules.ts`, and gives their paths, relative to the
 * package. Writes nothing where one of the files or the page is there already.
 */
export async function writeNewRule(
  rule: NewRule,
  packageFolder: string,
): Promise<string[]> {
  const ruleFile = `src/rules/${rule.name}.ts`;
  const testFile = `src/rules/${rule.name}.test.ts`;
  const registryFile = 'src/rules/allRules.ts';
  const pageFile = `docs/rules/${rule.id}.md`;
  for (const file of [ruleFile, testFile, pageFile]) {
    if (await isThere(join(packageFolder, file))) {
      throw new Error(
        `'${rule.id}' is taken: ${file} is there. Choose another id, or edit that file`,
      );
    }
  }

  const registry = join(packageFolder, registryFile);
  const registered = registerRule(await readFile(registry, 'utf8'), rule);
  await writeFile(join(packageFolder, ruleFile), ruleTemplate(rule));
  await writeFile(join(packageFolder, testFile), testTemplate(rule));
  await writeFile(registry, registered);
  return [ruleFile, testFile, registryFile];
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
