import { stringify } from 'csv-stringify/sync';

/** A column: its name, and what stands there of one row. */
export type Column<Row> = readonly [
  name: string,
  cell: (row: Row) => string | number | undefined,
];

/**
 * A table as RFC 4180 has it, with a header row. It is read by people, in a spreadsheet: so it says by its
 * first bytes that it is UTF-8, and no cell is taken for a formula.
 */
export function toCsv<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): string {
  return stringify(
    [
      columns.map(([name]) => name),
      ...rows.map(row => columns.map(([, cell]) => cell(row) ?? '')),
    ],
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
}

/** Several things in one cell. */
export function joined(words: readonly string[]): string {
  return words.join('; ');
}
