import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '../rules/allRules';
import { indexOfRules } from './indexOfRules';
import { pageOfRule } from './pageOfRule';
import { problemsOfSections } from './problemsOfSections';

const sourceFolder = join(__dirname, '..');
const pagesFolder = join(sourceFolder, '../docs/rules');

const tests = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.test.ts'))
  .map(name => readFileSync(join(sourceFolder, name), 'utf8'));
const ids = allRules.map(({ id }) => id);

function readPage(name: string): string {
  return readFileSync(join(pagesFolder, `${name}.md`), 'utf8');
}

function inCamelCase(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

describe.each(allRules.map(rule => [rule.id, rule] as const))(
  '%s',
  (id, rule) => {
    it('is kept in a file that is named after it', () => {
      const file = join(sourceFolder, 'rules', `${inCamelCase(id)}.ts`);

      expect(readFileSync(file, 'utf8')).toContain(`id: '${id}'`);
    });

    it('is named in a test', () => {
      expect(tests.some(text => text.includes(id))).toBe(true);
    });

    it('has a page whose header is what "npm run docs:rules" writes', () => {
      const page = readPage(id);

      expect(page).toBe(pageOfRule(rule, page));
    });

    it('has a page that is written to the end', () => {
      expect(problemsOfSections(readPage(id))).toEqual([]);
    });
  },
);

describe('the rules', () => {
  it('have different ids', () => {
    expect([...new Set(ids)]).toEqual(ids);
  });

  it('are what there are pages of', () => {
    const pages = readdirSync(pagesFolder)
      .map(name => name.replace(/\.md$/, ''))
      .filter(name => name !== 'README');

    expect(pages.sort()).toEqual([...ids].sort());
  });

  it('are listed in the index that "npm run docs:rules" writes', () => {
    const index = readPage('README');

    expect(index).toBe(indexOfRules(allRules, index));
  });
});
