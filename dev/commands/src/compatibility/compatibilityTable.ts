import type { Claim, TestResult } from './Claim';

/**
 * The table of what was tested: a line for each claim, with how its tests ended when they ran last. A claim whose tests
 * did not run says so; nothing is taken for granted.
 */
export function compatibilityTable(options: {
  claims: readonly Claim[];
  results: readonly TestResult[];
}): string {
  const { claims, results } = options;
  const rows = claims.map(claim => [
    claim.what,
    claim.with,
    outcomeOf(
      results.filter(
        ({ file, fullName }) =>
          file === claim.file && (claim.title?.test(fullName) ?? true),
      ),
    ),
    `\`${claim.file}\``,
  ]);
  return [['What', 'With', 'Result', 'Tests'], ['-', '-', '-', '-'], ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function outcomeOf(results: readonly TestResult[]): string {
  const ran = results.filter(({ status }) => status !== 'pending');
  const failed = ran.filter(({ status }) => status !== 'passed');
  if (ran.length === 0) {
    return 'not run';
  }
  return failed.length > 0
    ? `**${failed.length} of ${ran.length} failed**`
    : `${ran.length} passed`;
}
