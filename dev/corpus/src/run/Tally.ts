import { ExpectedFinding } from '../mutations/Mutation';
import { RuleScore, Score } from './CorpusResult';
import { isRight, Judgement, Outcome } from './judgeFleet';

/** Stands for a finding that is not there. */
export const NOTHING = '(nothing)';

/** Stands for the kind of what is about an entity, and not about a workload. */
const ENTITY = '(entity)';

/** So many mistakes are told; more help nobody. */
const TOLD = 12;

/** Adds up judgements. */
export class Tally {
  #fleets = 0;
  readonly #byRule = new Map<string, RuleScore>();
  readonly #byKind = new Map<string, RuleScore>();
  readonly #confusion = new Map<string, Map<string, number>>();
  #rightVerdicts = 0;
  #verdicts = 0;
  readonly #mistakes: string[] = [];

  /** @param where - Enough to find the fleet again. */
  add(where: string, judgement: Judgement): void {
    const { outcomes, wrongVerdicts, entities } = judgement;
    this.#fleets += 1;
    // Two verdicts an entity.
    this.#verdicts += entities * 2;
    this.#rightVerdicts += entities * 2 - wrongVerdicts.length;
    outcomes.forEach(outcome => this.#count(where, outcome));
    wrongVerdicts.forEach(each => this.#tell(`${where}: ${each}`));
  }

  score(): Score {
    return {
      fleets: this.#fleets,
      byRule: this.#byRule,
      byKind: this.#byKind,
      confusion: this.#confusion,
      verdicts: { right: this.#rightVerdicts, of: this.#verdicts },
      mistakes: this.#mistakes,
    };
  }

  #count(where: string, outcome: Outcome): void {
    const { expected, found } = outcome;
    const isHit = isRight(outcome);
    if (expected) {
      const more = { expected: 1, right: isHit ? 1 : 0 };
      addTo(this.#byRule, expected.rule, more);
      addTo(this.#byKind, outcome.kind ?? ENTITY, more);
    }
    if (found) {
      addTo(this.#byRule, found.rule, { found: 1 });
      addTo(this.#byKind, outcome.kind ?? ENTITY, { found: 1 });
    }
    const row = expected?.rule ?? NOTHING;
    const column = found?.rule ?? NOTHING;
    const cells = this.#confusion.get(row) ?? new Map<string, number>();
    cells.set(column, (cells.get(column) ?? 0) + 1);
    this.#confusion.set(row, cells);
    if (!isHit) {
      this.#tell(`${where}: expected ${told(expected)}, found ${told(found)}`);
    }
  }

  #tell(mistake: string): void {
    if (this.#mistakes.length < TOLD) {
      this.#mistakes.push(mistake);
    }
  }
}

function addTo(
  scores: Map<string, RuleScore>,
  key: string,
  more: Partial<RuleScore>,
): void {
  const before = scores.get(key) ?? { expected: 0, found: 0, right: 0 };
  scores.set(key, {
    expected: before.expected + (more.expected ?? 0),
    found: before.found + (more.found ?? 0),
    right: before.right + (more.right ?? 0),
  });
}

function told(finding: ExpectedFinding | undefined): string {
  if (!finding) {
    return 'nothing';
  }
  const { rule, severity, evidence, owner, subject, entityRef } = finding;
  const about = subject === entityRef ? entityRef : `${subject} (${entityRef})`;
  return `${rule} ${severity}/${evidence}/${owner} on ${about}`;
}
