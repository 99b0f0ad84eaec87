import { BenchFigure, BenchResult, BenchTable, isMet } from './BenchResult';

/** Whether limits count in this run. */
export interface PrintOptions {
  readonly isQuick: boolean;
}

/** A result as plain text of fixed width. */
export function printBenchResult(
  result: BenchResult,
  { isQuick }: PrintOptions,
): string {
  const { name, what, tables, figures } = result;
  const sections = [
    [`${name}: ${what}`],
    ...tables.map(printTable),
    linesOf([
      ['figure', 'value', 'limit', isQuick ? 'small run' : 'met'],
      ...figures.map(figure => [
        figure.what,
        `${numberText(figure.value)} ${figure.unit}`,
        figure.atMost === undefined
          ? '-'
          : `${numberText(figure.atMost)} ${figure.unit}`,
        wordOf(figure, isQuick),
      ]),
    ]),
  ];
  return sections.map(lines => lines.join('\n')).join('\n\n');
}

/** A number with three digits that count, and whole from a hundred on. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) {
    return `${value}`;
  }
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : `${Number(value.toPrecision(3))}`;
}

function printTable({ title, columns, rows }: BenchTable): string[] {
  const cells = rows.map(row =>
    row.map(cell => (typeof cell === 'number' ? numberText(cell) : cell)),
  );
  return [title, ...linesOf([columns, ...cells])];
}

function wordOf(figure: BenchFigure, isQuick: boolean): string {
  if (isQuick || figure.atMost === undefined) {
    return '-';
  }
  return isMet(figure) ? 'yes' : 'NO';
}

/** The first column to the left, all others to the right. */
function linesOf(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows.map(row =>
    row
      .map((cell, column) =>
        column === 0
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
}
