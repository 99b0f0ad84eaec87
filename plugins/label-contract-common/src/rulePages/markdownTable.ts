/** A Markdown table, its columns padded as Prettier does it. The first row is the heading. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(3, ...rows.map(row => row[column].length)),
  );
  const lineOf = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;

  const [heading, ...others] = rows;
  const rule = widths.map(width => '-'.repeat(width));
  return [heading, rule, ...others].map(lineOf).join('\n');
}
