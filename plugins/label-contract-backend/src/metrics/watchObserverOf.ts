import { WatchObserver } from '../watch/WatchObserver';
import { Instruments } from './createInstruments';

/** Counts and measures what the watches do. */
export function watchObserverOf(
  instruments: Pick<
    Instruments,
    'watchRestarts' | 'eventDelay' | 'skippedObjects'
  >,
): WatchObserver {
  return {
    ended: ending =>
      instruments.watchRestarts.add(1, { 'label_contract.reason': ending }),
    delivered: seconds => instruments.eventDelay.record(seconds),
    skipped: kind =>
      instruments.skippedObjects.add(1, { 'label_contract.kind': kind }),
  };
}
