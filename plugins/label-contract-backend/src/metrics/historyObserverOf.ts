import { HistoryObserver } from '../history/createHistory';
import { Instruments } from './createInstruments';
import { typeOfError } from './typeOfError';

/** Counts how often the history's database did what it was asked, or failed. */
export function historyObserverOf({
  historyRounds,
}: Pick<Instruments, 'historyRounds'>): HistoryObserver {
  return {
    asked: failure =>
      historyRounds.add(
        1,
        failure === undefined ? {} : { 'error.type': typeOfError(failure) },
      ),
  };
}
