import { RuleDescription } from '../rules/Rule';
import { indexOfRules } from './indexOfRules';
import { pageOfRule } from './pageOfRule';
import { problemsOfSections } from './problemsOfSections';
import { generatedPart } from './replaceGenerated';

const rule: RuleDescription = {
  id: 'pods-smile',
  description: 'Every pod smiles.',
  verdict: 'health',
  severities: ['error', 'info'],
  owners: ['team', 'ops'],
  evidences: ['exact'],
  fixes: [],
};

const written = pageOfRule(rule).replaceAll('TODO', 'Because.');

describe('pageOfRule', () => {
  it('says in the header what the rule says of itself', () => {
    expect(pageOfRule(rule)).toContain(
      [
        '# pods-smile',
        '',
        'Every pod smiles.',
        '',
        '| Decides | Severity      | Who acts                               | Evidence | Fix               |',
        '| ------- | ------------- | -------------------------------------- | -------- | ----------------- |',
        '| health  | error or info | the team that owns the service, or ops | exact    | none, only advice |',
      ].join('\n'),
    );
  });

  it('says what the rule needs, if it needs anything', () => {
    expect(pageOfRule(rule)).not.toContain('It needs');
    expect(pageOfRule({ ...rule, needs: ['Service', 'history'] })).toContain(
      '\n\nIt needs Service objects, what the portal remembers of the past; a report says where it was not checked.\n\n<!--',
    );
  });

  it('changes the header and nothing else of a page', () => {
    const page = pageOfRule({ ...rule, description: 'Pods smile.' }, written);

    expect(page).not.toBe(written);
    expect(page).toBe(written.replace('Every pod smiles.', 'Pods smile.'));
    expect(pageOfRule(rule, page)).toBe(written);
  });

  it.each([
    ['without marks', '# pods-smile\n'],
    ['with the marks twice', written + written],
  ])('refuses a page %s', (_, page) => {
    expect(() => pageOfRule(rule, page)).toThrow('The page has to contain');
  });
});

describe('problemsOfSections', () => {
  it('finds nothing on a page that is written', () => {
    expect(problemsOfSections(written)).toEqual([]);
  });

  it.each([
    ['a new page', pageOfRule(rule), 'still says TODO'],
    [
      'an empty section',
      written.replace('## Bad\n\nBecause.', '## Bad'),
      "has nothing under 'Bad'",
    ],
    [
      'a section that is missing',
      written.replace('## Bad\n\nBecause.\n', ''),
      "has 'Why, Good, How to fix, When to ignore' instead of 'Why, Bad, Good, How to fix, When to ignore'",
    ],
  ])('finds %s', (_, page, problem) => {
    expect(problemsOfSections(page)).toEqual([problem]);
  });
});

describe('indexOfRules', () => {
  it('leads to the page of each rule, and keeps what is written around the table', () => {
    const index = indexOfRules([rule], `# Rules\n\n${generatedPart('')}\n`);

    expect(index).toMatch(/^# Rules\n/);
    expect(index).toContain('| [pods-smile](pods-smile.md) | Every pod');
  });
});
