import { maskSecretsInLines } from '@portal-operations/plugin-label-contract-common';

/** Characters that are kept of one line. */
const LONGEST_LINE = 1_000;

/** The last lines of a log as they are kept: secrets masked, then number and length capped. */
export function linesOfLog(text: string, most: number): string[] {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '');
  // Masked first: half a secret, or a key without its first line, would not be known as one.
  return maskSecretsInLines(lines)
    .slice(-most)
    .map(line =>
      line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line,
    );
}
