/** A row of a Markdown table: object, name, what is done with it. */
export function rowOf(
  { kind, name }: { kind: string; name: string },
  words: string,
): string {
  return `| ${kind} | \`${name}\` | ${words
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')} |`;
}
