import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createCatalogView } from '../claim/CatalogView';
import { evaluateEntity } from '../report/evaluateEntity';
import { allRules } from '../rules/allRules';
import { Finding } from '../rules/Finding';
import { RuleDescription } from '../rules/Rule';
import { anEntity } from '../testUtils/anEntity';
import { aHealthyWorkload, someFacts } from '../testUtils/someFacts';
import { sectionsOfPage } from './sectionsOfPage';

const contractRules = allRules.filter(({ verdict }) => verdict === 'contract');

/** The first YAML block of a section, parsed. */
function exampleOf(rule: RuleDescription, section: 'Bad' | 'Good'): unknown {
  const file = join(__dirname, `../../docs/rules/${rule.id}.md`);
  const text = sectionsOfPage(readFileSync(file, 'utf8')).find(
    ({ name }) => name === section,
  )?.text;
  const yaml = /```yaml\n(.*?)```/s.exec(text ?? '')?.[1];
  if (yaml === undefined) {
    throw new Error(`The page of ${rule.id} has no YAML under '${section}'`);
  }
  return parse(yaml);
}

function textsAt(
  value: unknown,
  ...path: string[]
): Record<string, string> | undefined {
  const found = path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined,
    value,
  );
  return typeof found === 'object' && found !== null
    ? Object.fromEntries(
        Object.entries(found).map(([key, text]) => [key, String(text)]),
      )
    : undefined;
}

/** The example beside a workload that keeps the contract: it is a Deployment or a catalog file. */
function findingsOf(example: unknown): Finding[] {
  const annotations = textsAt(example, 'metadata', 'annotations');
  const entity = anEntity('payments-platform', annotations);
  const workload = annotations
    ? []
    : aHealthyWorkload(textsAt(example, 'metadata')?.name ?? '', '', {
        labels: textsAt(example, 'metadata', 'labels') ?? {},
        templateLabels:
          textsAt(example, 'spec', 'template', 'metadata', 'labels') ?? {},
      });
  return [
    ...evaluateEntity({
      entity,
      facts: someFacts({
        facts: [
          ...aHealthyWorkload('neighbour', 'payments-platform'),
          ...workload,
        ],
      }),
      catalog: createCatalogView([entity]),
      now: new Date('2026-01-01T10:00:00Z'),
    }).findings,
  ];
}

describe.each(contractRules.map(rule => [rule.id, rule] as const))(
  'the page of %s',
  (id, rule) => {
    const bad = () => findingsOf(exampleOf(rule, 'Bad'));

    it('has a bad example that the rule finds, and no other one', () => {
      expect(bad().map(finding => finding.rule)).toEqual([id]);
    });

    it('has a good example in which nothing is found', () => {
      expect(findingsOf(exampleOf(rule, 'Good'))).toEqual([]);
    });

    it('says in its header what the finding says', () => {
      for (const { severity, owner, evidence, fixes } of bad()) {
        expect(rule.severities).toContain(severity);
        expect(rule.owners).toContain(owner);
        expect(rule.evidences).toContain(evidence);
        expect(rule.fixes).toEqual(
          expect.arrayContaining(fixes.map(({ kind }) => kind)),
        );
      }
    });
  },
);
