import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { indexOfRules } from '../src/rulePages/indexOfRules';
import { pageOfRule } from '../src/rulePages/pageOfRule';
import { allRules } from '../src/rules/allRules';

const pagesFolder = join(__dirname, '../docs/rules');

/**
 * Writes the header of every rule's page, and the index; begins the page of a rule that has none. With
 * `--check` it writes nothing, and fails where it would.
 */
function main() {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
  });

  const stale = [
    ...allRules.map(rule => ({
      name: `${rule.id}.md`,
      write: (today?: string) => pageOfRule(rule, today),
    })),
    {
      name: 'README.md',
      write: (today = '') => indexOfRules(allRules, today),
    },
  ].flatMap(({ name, write }) => {
    const file = join(pagesFolder, name);
    const today = readIfThere(file);
    const text = within(name, () => write(today));
    return text === today ? [] : [{ name, file, text }];
  });

  if (values.check && stale.length > 0) {
    throw new Error(
      `Not as the rules say: ${stale
        .map(({ name }) => name)
        .join(', ')}. "npm run docs:rules" writes them.`,
    );
  }
  for (const { name, file, text } of stale) {
    writeFileSync(file, text);
    process.stdout.write(`Wrote docs/rules/${name}\n`);
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

function within<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`docs/rules/${name}: ${cause}`, { cause });
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
}
