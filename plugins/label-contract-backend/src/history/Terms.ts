import { ConflictError } from '@backstage/errors';
import { HistoryDatabase } from './HistoryDatabase';
import { RecorderRow } from './rows';

/**
 * Who writes. What is written, is written in the name of a term: once another replica began a new one,
 * nothing more is written in the old, however late the news arrives.
 */
export class Terms {
  readonly #database: HistoryDatabase;
  /** Name of this process that no other one has. */
  readonly recorder: string;

  constructor(options: { database: HistoryDatabase; recorder: string }) {
    this.#database = options.database;
    this.recorder = options.recorder;
  }

  /**
   * Begins a new term, and thereby ends that of every other replica. `isOwnSuccessor` where the last term
   * was one of this process: nobody else wrote since.
   */
  async begin(): Promise<{ term: number; isOwnSuccessor: boolean }> {
    return this.#database.transaction(async tx => {
      // The first statement locks the row, so that two replicas get two terms.
      await tx<RecorderRow>('history_recorder')
        .where({ id: 1 })
        .increment('term', 1);
      const row = await tx<RecorderRow>('history_recorder')
        .where({ id: 1 })
        .first('term', 'recorder');
      if (!row) {
        throw new ConflictError('Table history_recorder has lost its only row');
      }
      await tx<RecorderRow>('history_recorder')
        .where({ id: 1 })
        .update({ recorder: this.recorder });
      return {
        term: row.term,
        isOwnSuccessor: row.recorder === this.recorder,
      };
    });
  }

  /**
   * Runs in one transaction, and only while the term lasts. The row of the term stays locked until the
   * end, so that transitions get their numbers in the order in which others come to see them.
   */
  async write<Result>(
    term: number,
    work: (tx: HistoryDatabase) => Promise<Result>,
  ): Promise<Result> {
    return this.#database.transaction(async tx => {
      const isCurrent = await tx<RecorderRow>('history_recorder')
        .where({ id: 1, term })
        .update({ written_at: new Date() });
      if (isCurrent === 0) {
        throw new ConflictError(
          `Another replica writes the history: term ${term} is over`,
        );
      }
      return work(tx);
    });
  }
}
