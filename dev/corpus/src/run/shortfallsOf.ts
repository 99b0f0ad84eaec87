import { CorpusResult, Score } from './CorpusResult';

/** Least share of findings that are right, in percent. */
const LEAST_PRECISION = 99;

/** What of a result is below the thresholds, one sentence each; none where all is well. */
export function shortfallsOf(result: CorpusResult): string[] {
  const { healthy, singles, pairs, fixes, neverDone } = result;
  const shortfalls: string[] = [];
  if (healthy.alarms > 0) {
    shortfalls.push(
      `${healthy.alarms} alarms on healthy fleets, not one is allowed`,
    );
  }
  if (healthy.wrongVerdicts > 0) {
    shortfalls.push(
      `${healthy.wrongVerdicts} wrong verdicts on healthy fleets`,
    );
  }
  for (const [rule, { expected, right }] of singles.byRule) {
    if (right < expected) {
      shortfalls.push(
        `${rule}: ${right} of ${expected} found after single mutations, all have to be`,
      );
    }
  }
  const precision = precisionOf([singles, pairs]);
  if (precision < LEAST_PRECISION) {
    shortfalls.push(
      `precision is ${precision.toFixed(
        2,
      )} %, at least ${LEAST_PRECISION} % is asked for`,
    );
  }
  if (singles.verdicts.right < singles.verdicts.of) {
    shortfalls.push(
      `${
        singles.verdicts.of - singles.verdicts.right
      } wrong verdicts after single mutations`,
    );
  }
  if (fixes.failed > 0) {
    shortfalls.push(
      `${fixes.failed} fixes that do not silence, or bring something new`,
    );
  }
  for (const name of neverDone) {
    shortfalls.push(`no fleet has a target for the mutation '${name}'`);
  }
  return shortfalls;
}

/** Share of all findings that are right, in percent; 100 where there is none. */
export function precisionOf(scores: readonly Score[]): number {
  const all = scores.flatMap(({ byRule }) => [...byRule.values()]);
  const found = all.reduce((total, each) => total + each.found, 0);
  const right = all.reduce((total, each) => total + each.right, 0);
  return found === 0 ? 100 : (right / found) * 100;
}
