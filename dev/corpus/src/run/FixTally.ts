import { FixCheck } from './checkFixes';
import { CorpusResult } from './CorpusResult';

/** Adds up what became of fixes. */
export class FixTally {
  #applied = 0;
  #failed = 0;
  readonly #mistakes: string[] = [];

  add(where: string, check: FixCheck): void {
    this.#applied += check.applied;
    this.#failed += check.failures.length;
    if (this.#mistakes.length < 12) {
      this.#mistakes.push(...check.failures.map(each => `${where}: ${each}`));
    }
  }

  result(): CorpusResult['fixes'] {
    return {
      applied: this.#applied,
      failed: this.#failed,
      mistakes: this.#mistakes,
    };
  }
}
