import { structuredPatch } from 'diff';

/** Unchanged lines that are shown around a change. */
const CONTEXT_LINES = 3;

/**
 * The lines of two texts that differ, with `-` and `+` in front and a few unchanged ones around, as in
 * `diff -u` without its heads.
 */
export function diffOfTexts(before: string, after: string): string {
  const { hunks } = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT_LINES,
  });
  return hunks.map(({ lines }) => lines.join('\n')).join('\n…\n');
}
