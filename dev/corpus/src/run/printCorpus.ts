import { CorpusResult, Score } from './CorpusResult';
import { precisionOf } from './shortfallsOf';

/** A result as plain text of fixed width. */
export function printCorpus(result: CorpusResult): string {
  const { healthy, singles, pairs, awaited, fixes, detectors } = result;
  const precision = precisionOf([singles, pairs]).toFixed(2);
  const sections = [
    [
      'Healthy fleets',
      ...table([
        ['fleets', 'entities', 'workloads', 'alarms', 'wrong verdicts'],
        [
          healthy.fleets,
          healthy.entities,
          healthy.workloads,
          healthy.alarms,
          healthy.wrongVerdicts,
        ].map(String),
      ]),
      ...healthy.mistakes.map(mistake),
    ],
    scoreSection('Single mutations', singles),
    scoreSection('Pairs of mutations', pairs),
    awaited.fleets > 0
      ? scoreSection('Mutations whose rule is still missing (no threshold)', {
          ...awaited,
          mistakes: [],
        })
      : [],
    [
      `Precision over singles and pairs: ${precision} %`,
      `Fixes carried out: ${fixes.applied}, of them failed: ${fixes.failed}`,
      ...fixes.mistakes.map(mistake),
    ],
    [
      "Health, beside the Kubernetes plugin's own error detection (no threshold)",
      ...table([
        ['mutation', 'fleets', 'this engine', 'detectErrors'],
        ...detectors.map(({ name, of, engine, plugin }) => [
          name,
          `${of}`,
          `${engine}`,
          `${plugin}`,
        ]),
      ]),
    ],
  ];
  return sections
    .filter(({ length }) => length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
}

function scoreSection(title: string, score: Score): string[] {
  const { fleets, byRule, confusion, verdicts, mistakes } = score;
  const rules = [...byRule.keys()].sort((a, b) => a.localeCompare(b, 'en'));
  const columns = [
    ...new Set([...confusion.values()].flatMap(cells => [...cells.keys()])),
  ].sort((a, b) => a.localeCompare(b, 'en'));
  const rows = [...confusion.keys()].sort((a, b) => a.localeCompare(b, 'en'));
  return [
    `${title}: ${fleets} fleets, verdicts right ${verdicts.right} of ${verdicts.of}`,
    ...table([
      ['rule', 'expected', 'found', 'right', 'recall %', 'precision %'],
      ...rules.map(rule => {
        const { expected, found, right } = byRule.get(rule) ?? {
          expected: 0,
          found: 0,
          right: 0,
        };
        return [
          rule,
          `${expected}`,
          `${found}`,
          `${right}`,
          percent(right, expected),
          percent(right, found),
        ];
      }),
    ]),
    '',
    'Confusion: rule expected (rows), rule found (columns)',
    ...columns.map((column, place) => `  ${place + 1} = ${column}`),
    ...table([
      ['expected', ...columns.map((_, place) => `${place + 1}`)],
      ...rows.map(row => [
        row,
        ...columns.map(column => `${confusion.get(row)?.get(column) ?? '.'}`),
      ]),
    ]),
    ...mistakes.map(mistake),
  ];
}

/** The first column to the left, all others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows.map(row =>
    `  ${row
      .map((cell, column) =>
        column === 0
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join('  ')}`.trimEnd(),
  );
}

function percent(part: number, of: number): string {
  return of === 0 ? '-' : ((part / of) * 100).toFixed(2);
}

function mistake(sentence: string): string {
  return `  ! ${sentence}`;
}
