import { CorpusResult, RuleScore, Score } from './CorpusResult';
import { precisionOf } from './shortfallsOf';

/** A result as plain text of fixed width. */
export function printCorpus(result: CorpusResult): string {
  const { healthy, singles, pairs, awaited, fixes, detectors } = result;
  const precision = precisionOf([singles, pairs]).toFixed(2);
  const sections = [
    [
      'Healthy fleets',
      ...table([
        [
          'fleets',
          'entities',
          'workloads',
          'infos',
          'alarms',
          'wrong verdicts',
        ],
        [
          healthy.fleets,
          healthy.entities,
          healthy.workloads,
          healthy.infos,
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
  const { fleets, byRule, byKind, confusion, verdicts, mistakes } = score;
  // What was found as it was expected stands in the tables above.
  const confused = [...confusion].flatMap(([row, cells]) =>
    [...cells.keys()]
      .filter(column => column !== row)
      .map(column => ({ row, column })),
  );
  const sorted = (words: readonly string[]) =>
    [...new Set(words)].sort((a, b) => a.localeCompare(b, 'en'));
  const rows = sorted(confused.map(({ row }) => row));
  const columns = sorted(confused.flatMap(({ row, column }) => [row, column]));
  return [
    `${title}: ${fleets} fleets, verdicts right ${verdicts.right} of ${verdicts.of}`,
    ...scoreTable('rule', byRule),
    '',
    ...scoreTable('kind', byKind),
    '',
    'Confusion: rule expected (rows), rule found (columns)',
    ...(rows.length === 0 ? ['  none'] : []),
    ...columns.map((column, place) => `  ${place + 1} = ${column}`),
    ...table([
      [
        rows.length === 0 ? '' : 'expected',
        ...columns.map((_, place) => `${place + 1}`),
      ],
      ...rows.map(row => [
        row,
        ...columns.map(column => `${confusion.get(row)?.get(column) ?? '.'}`),
      ]),
    ]),
    ...mistakes.map(mistake),
  ];
}

function scoreTable(
  title: string,
  scores: ReadonlyMap<string, RuleScore>,
): string[] {
  const sorted = [...scores].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return table([
    [title, 'expected', 'found', 'right', 'recall %', 'precision %'],
    ...sorted.map(([key, { expected, found, right }]) => [
      key,
      `${expected}`,
      `${found}`,
      `${right}`,
      percent(right, expected),
      percent(right, found),
    ]),
  ]);
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
